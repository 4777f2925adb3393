// @ts-check
import { parentPort, workerData } from 'node:worker_threads'
import { copyDatabase } from './copy-database.mjs'

parentPort?.postMessage(await copyDatabase(workerData))
