import { data, type ServerBuild } from '@remix-run/node'
import { describeStatus } from '#app/error-words.ts'
import { isDiskFull } from '#db/sqlite-code.ts'

type Routes = ServerBuild['routes']
type Module = NonNullable<Routes[string]>['module']

/** The build with loaders and actions that answer 507 in words when the disk is full, instead of failing like a bug. */
export function sayWhenDiskIsFull(build: ServerBuild): ServerBuild {
  const routes: Routes = {}
  for (const [id, route] of Object.entries(build.routes)) {
    if (route) routes[id] = { ...route, module: wrap(route.module) }
  }
  return { ...build, routes }
}

function wrap(module: Module): Module {
  const { loader, action } = module
  return {
    ...module,
    ...(loader && { loader: async (args) => inWords(() => loader(args)) }),
    ...(action && { action: async (args) => inWords(() => action(args)) }),
  }
}

async function inWords<T>(work: () => T): Promise<Awaited<T>> {
  try {
    return await work()
  } catch (error) {
    if (isDiskFull(error)) throw data({ message: describeStatus(507).advice }, 507)
    throw error
  }
}
