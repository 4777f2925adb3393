import { CopyField } from '#app/ui/copy-field.tsx'

export type Handover = { name: string; code: string; link: string; message: string; ends: string }

/** What is handed on to a guest, on the one page that ever shows it. */
export function GuestHandover({ code, link, message }: Handover) {
  return (
    <div className="mt-5 grid gap-2">
      <CopyField name="message" label="Message" value={message} action="Copy the message" rows={12} />
      <CopyField name="link" label="Link" value={link} action="Copy the link" isMain={false} />
      <CopyField
        name="code"
        label="Code, to read out or type"
        value={code}
        action="Copy the code"
        isMain={false}
      />
    </div>
  )
}
