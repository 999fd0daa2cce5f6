import type { ReactNode } from 'react'
import { Button as AriaButton, ToggleButton as AriaToggle, type ButtonProps } from 'react-aria-components'
import { run, useAllCommands } from '../commands/registry'
import { Tip } from './tooltip'

export type ButtonKind = 'plain' | 'primary' | 'danger' | 'quiet'

export interface DeskButtonProps extends Omit<ButtonProps, 'className' | 'children'> {
  kind?: ButtonKind
  size?: 'normal' | 'small'
  icon?: ReactNode
  /** Shown on hover and focus. */
  tip?: string
  /** Keys of the command it does ('Mod-s'), shown with the tip. */
  keys?: string
  children?: ReactNode
}

/** A button. With an icon and no children it needs an `aria-label`, which is also its tip. */
export function Button({ kind = 'plain', size = 'normal', icon, tip, keys, children, ...props }: DeskButtonProps) {
  const bare = children === undefined
  const name = `button ${kind} ${size}${bare ? ' icon-only' : ''}`
  const button = (
    <AriaButton {...props} className={name}>
      {icon}
      {children}
    </AriaButton>
  )
  const shown = tip ?? (bare ? props['aria-label'] : undefined)
  return shown || keys ? (
    <Tip text={shown ?? ''} {...(keys ? { keys } : {})}>
      {button}
    </Tip>
  ) : (
    button
  )
}

/** A button that does a registered command: its title, key and whether it makes sense now come from there. */
export function CommandButton({
  command,
  children,
  ...props
}: Omit<DeskButtonProps, 'onPress' | 'keys'> & { command: string }) {
  const found = useAllCommands().find(({ id }) => id === command)
  const key = found?.keys?.[0]
  const text = children ?? (props.icon ? undefined : found?.title)
  return (
    <Button
      {...(text === undefined ? { 'aria-label': found?.title ?? command } : {})}
      tip={found?.title ?? ''}
      {...props}
      isDisabled={!found || found.enabled === false}
      {...(key ? { keys: key } : {})}
      onPress={() => run(command)}
    >
      {text}
    </Button>
  )
}

/** A button that stays pressed. */
export function Toggle({
  icon,
  children,
  label,
  keys,
  size = 'normal',
  isSelected,
  onChange,
}: {
  icon?: ReactNode
  children?: ReactNode
  label: string
  keys?: string
  size?: 'normal' | 'small'
  isSelected: boolean
  onChange: (on: boolean) => void
}) {
  return (
    <Tip text={label} {...(keys ? { keys } : {})}>
      <AriaToggle
        aria-label={label}
        className={`button quiet ${size}${children === undefined ? ' icon-only' : ''}`}
        isSelected={isSelected}
        onChange={onChange}
      >
        {icon}
        {children}
      </AriaToggle>
    </Tip>
  )
}
