/** The values of a setting of kind `list`: typed with commas, without blanks and repeats. */
export function listSetting(value: string | undefined): readonly string[] {
  return [...new Set((value ?? '').split(',').map((one) => one.trim()).filter((one) => one !== ''))];
}
