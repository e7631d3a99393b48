const FIELDS = 'input:not([type=hidden], [type=file], :disabled), textarea:not(:disabled)';

/**
 * Goes to the first field of a form when its dialog has opened: what is asked for is under the hand, and Enter does not
 * close what was just opened. Whoever is in a field already is left there.
 *
 * @param formId of the form in the dialog; a form without fields is left alone
 */
export function toFirstField(formId: string, open: boolean): void {
  const form = document.getElementById(formId);
  if (!open || form === null) return;
  if (document.activeElement?.matches(FIELDS) === true && form.contains(document.activeElement)) return;
  form.querySelector<HTMLElement>(FIELDS)?.focus();
}
