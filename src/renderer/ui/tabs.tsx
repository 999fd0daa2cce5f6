import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'

/** Panels of which one is shown. */
export function Tabs<T extends string>({
  label,
  value,
  onChange,
  panels,
}: {
  label: string
  value: T
  onChange: (id: T) => void
  panels: readonly { id: T; title: ReactNode; content: ReactNode }[]
}) {
  return (
    <AriaTabs className="tabs" selectedKey={value} onSelectionChange={(key) => onChange(key as T)}>
      <TabList className="tab-list" aria-label={label}>
        {panels.map(({ id, title }) => (
          <Tab key={id} id={id} className="tab">
            {title}
          </Tab>
        ))}
      </TabList>
      {panels.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="tab-panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
