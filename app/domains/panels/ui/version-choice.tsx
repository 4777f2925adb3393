import { paths } from '#app/paths.ts'
import { SegmentedLinks } from '#app/ui/segmented-control.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { PanelPage } from '../panel-views.ts'

/** Which version of a panel its page shows, and which form where there are two. */
export function VersionChoice({
  page: { head, shown, versions, form },
}: {
  page: Pick<PanelPage, 'head' | 'shown' | 'versions' | 'form'>
}) {
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2 empty:hidden print:hidden">
      {versions.length > 0 ? (
        <SegmentedLinks
          label="Version"
          options={[
            { to: '?version=draft', label: 'Draft', isOn: shown === null },
            ...versions.map(({ number }) => ({
              to: `?version=${number}`,
              label: `Version ${number}`,
              isOn: number === shown?.number,
            })),
          ]}
        />
      ) : null}
      {form ? (
        <SegmentedLinks
          label="Form"
          options={(['A', 'B'] as const).map((one) => ({
            to: `?version=${shown?.number ?? 'draft'}&form=${one}`,
            label: `Form ${one}`,
            isOn: form === one,
          }))}
        />
      ) : null}
      {form && shown === null ? <TextLink to={paths.panelForms(head.id)}>Side by side</TextLink> : null}
    </div>
  )
}
