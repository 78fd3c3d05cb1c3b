import { useId } from 'preact/hooks';

interface Properties<Value extends string> {
  label: string;
  options: { value: Value; text: string; disabled?: boolean }[];
  /** The chosen value; undefined for none. */
  value: Value | undefined;
  onChange: (value: Value) => void;
}

/** A choice of a few values, side by side. */
export function Choice<Value extends string>({ label, options, value, onChange }: Properties<Value>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      <div class="choice-options">
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} checked={option.value === value} disabled={option.disabled} onChange={() => onChange(option.value)} />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
