import { Form } from '@remix-run/react'
import {
  Archive,
  ChartNoAxesColumn,
  Copy,
  MessagesSquare,
  Pencil,
  Printer,
  Shuffle,
  Users,
} from 'lucide-react'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import type { PanelHead } from '../panel-views.ts'

type PanelActionsProps = { head: PanelHead }

/** What can be done with a panel from its page. */
export function PanelActions({ head }: PanelActionsProps) {
  const isOpen = head.status !== 'archived'
  return (
    <>
      {head.may.archive && isOpen ? (
        <Form method="post">
          <Button type="submit" name="intent" value="archive" variant="quiet">
            <Archive aria-hidden /> Archive
          </Button>
        </Form>
      ) : null}
      {head.may.copy ? (
        <LinkButton to={`${paths.newPanel()}?copy=${head.id}`} variant="quiet">
          <Copy aria-hidden /> Copy
        </LinkButton>
      ) : null}
      {head.versionNumber === null ? null : (
        <>
          {head.may.readCandidates ? (
            <LinkButton to={paths.candidates()}>
              <Users aria-hidden /> Candidates
            </LinkButton>
          ) : null}
          <LinkButton to={paths.comparison(head.id)}>
            <ChartNoAxesColumn aria-hidden /> Compare
          </LinkButton>
          {head.may.readCandidates ? (
            <LinkButton to={paths.panelDebriefs(head.id)}>
              <MessagesSquare aria-hidden /> Debriefs
            </LinkButton>
          ) : null}
        </>
      )}
      {head.may.edit ? (
        <LinkButton to={paths.panelForms(head.id)}>
          <Shuffle aria-hidden /> Form B
        </LinkButton>
      ) : null}
      <LinkButton to={paths.printPanel(head.id)}>
        <Printer aria-hidden /> Print
      </LinkButton>
      {head.may.edit ? (
        <LinkButton to={paths.editPanel(head.id)} variant={head.may.publish ? 'plain' : 'primary'}>
          <Pencil aria-hidden /> Edit
        </LinkButton>
      ) : null}
      {head.may.publish && head.status !== 'published' ? (
        <LinkButton to={paths.publishPanel(head.id)} variant="primary">
          Publish
        </LinkButton>
      ) : null}
    </>
  )
}

/** Brings an archived panel back. */
export function RestorePanel({ head }: PanelActionsProps) {
  if (!head.may.archive) return null
  return (
    <Form method="post">
      <Button type="submit" name="intent" value="restore">
        Restore
      </Button>
    </Form>
  )
}
