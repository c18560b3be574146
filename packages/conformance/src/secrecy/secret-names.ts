/** Whether the value of a property or a header of this name may sign somebody in. */
export function isNameOfSecret(name: string): boolean {
  return /token|secret|passw|pwd|ticket|cookie|session|signature|credential|api[-_]?key|authori[sz]ation|xsrf|csrf/i.test(
    name,
  );
}
