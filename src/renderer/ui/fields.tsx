import { Check, ChevronDown, Search, X } from 'lucide-react'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import {
  Checkbox as AriaCheckbox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField as AriaSearchField,
  Select as AriaSelect,
  SelectValue,
  Switch as AriaSwitch,
  Text,
  TextArea,
  TextField as AriaTextField,
  Button as AriaButton,
  ToggleButton,
  ToggleButtonGroup,
  type Key,
} from 'react-aria-components'

/** A labelled line (or several) of text. */
export function TextField({
  label,
  hint,
  wrong,
  value,
  onChange,
  onBlur,
  onKeyDown,
  lines = 'one',
  autoFocus = false,
  placeholder,
  rows = 3,
  labelled = 'above',
}: {
  label: string
  hint?: string
  wrong?: string
  value: string
  onChange: (text: string) => void
  onBlur?: () => void
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void
  lines?: 'one' | 'many'
  autoFocus?: boolean
  placeholder?: string
  rows?: number
  /** 'hidden' keeps the label for screen readers only. */
  labelled?: 'above' | 'hidden'
}) {
  const common = { className: 'input', placeholder: placeholder ?? '', onKeyDown }
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onChange}
      onBlur={() => onBlur?.()}
      isInvalid={!!wrong}
      // The browser's own validation would keep Enter from sending the form again.
      validationBehavior="aria"
      autoFocus={autoFocus}
      {...(labelled === 'hidden' ? { 'aria-label': label } : {})}
    >
      {labelled === 'above' && <Label className="label">{label}</Label>}
      {lines === 'one' ? <Input {...common} /> : <TextArea {...common} rows={rows} />}
      {hint && !wrong && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      {wrong && (
        <Text slot="description" className="wrong" role="alert">
          {wrong}
        </Text>
      )}
    </AriaTextField>
  )
}

/** A field to search in; Escape empties it. */
export function SearchField({
  label,
  value,
  onChange,
  inputRef,
  onKeyDown,
}: {
  label: string
  value: string
  onChange: (text: string) => void
  inputRef?: Ref<HTMLInputElement>
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
}) {
  return (
    <AriaSearchField className="search" aria-label={label} value={value} onChange={onChange}>
      <Search size={14} aria-hidden />
      <Input className="input" placeholder={label} {...(inputRef ? { ref: inputRef } : {})} onKeyDown={onKeyDown} />
      <AriaButton className="button quiet small icon-only">
        <X size={14} aria-label="Empty the search" />
      </AriaButton>
    </AriaSearchField>
  )
}

export interface Choice<T extends string> {
  id: T
  title: string
}

/** One of a few. */
export function Select<T extends string>({
  label,
  value,
  choices,
  onChange,
  labelled = 'above',
  isDisabled = false,
}: {
  label: string
  value: T
  choices: readonly Choice<T>[]
  onChange: (value: T) => void
  labelled?: 'above' | 'hidden'
  isDisabled?: boolean
}) {
  return (
    <AriaSelect
      className="field"
      value={value as Key}
      onChange={(key) => onChange(key as T)}
      isDisabled={isDisabled}
      {...(labelled === 'hidden' ? { 'aria-label': label } : {})}
    >
      {labelled === 'above' && <Label className="label">{label}</Label>}
      <AriaButton className="button select-button">
        <SelectValue />
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="popover">
        <ListBox className="options" items={choices}>
          {(choice) => (
            <ListBoxItem className="option" id={choice.id} textValue={choice.title}>
              {choice.title}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

/** On or off, at once. */
export function Switch({
  children,
  isSelected,
  onChange,
}: {
  children: ReactNode
  isSelected: boolean
  onChange: (on: boolean) => void
}) {
  return (
    <AriaSwitch className="switch" isSelected={isSelected} onChange={onChange}>
      <span className="switch-track" />
      <span>{children}</span>
    </AriaSwitch>
  )
}

/** A box to tick. */
export function Checkbox({
  children,
  label,
  isSelected,
  onChange,
}: {
  children?: ReactNode
  label?: string
  isSelected: boolean
  onChange: (on: boolean) => void
}) {
  return (
    <AriaCheckbox
      className="check"
      isSelected={isSelected}
      onChange={onChange}
      {...(label ? { 'aria-label': label } : {})}
    >
      <span className="check-box">
        <Check size={12} strokeWidth={3} aria-hidden />
      </span>
      {children && <span>{children}</span>}
    </AriaCheckbox>
  )
}

/** A row of choices of which one is on: filters, views. */
export function Segments<T extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  label: string
  value: T
  choices: readonly (Choice<T> & { count?: number })[]
  onChange: (value: T) => void
}) {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [first] = keys
        if (first !== undefined) onChange(first as T)
      }}
    >
      {choices.map(({ id, title, count }) => (
        <ToggleButton key={id} id={id} className="button small">
          {title}
          {count !== undefined && <span className="count">{count}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
