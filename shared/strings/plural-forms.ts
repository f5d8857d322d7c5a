const suffix = /_(zero|one|two|few|many|other)$/;

/** All keys of a topic as paths: { empty: { title } } gives "empty.title". */
export function listKeys(strings: object, prefix = ''): string[] {
  return Object.entries(strings).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : listKeys(value as object, `${prefix}${key}.`),
  );
}

/** The plural forms a language has, by Intl: English one and other, Arabic all six. */
export function pluralFormsOf(language: string): string[] {
  return [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
}

/**
 * What a translated topic lacks or has too much against English: plain keys one to one; a key with plurals in English
 * needs every form of the other language. An empty list means complete.
 */
export function comparePlurals(english: object, translated: object, language: string): string[] {
  const wanted = new Set<string>();
  // i18next takes a special text for nothing at all in every language.
  const allowed = new Set<string>();
  const forms = pluralFormsOf(language);
  const englishKeys = listKeys(english);
  const plurals = new Set(englishKeys.filter((key) => key.endsWith('_other')).map((key) => key.replace(suffix, '')));
  for (const key of englishKeys) {
    const stem = key.replace(suffix, '');
    if (!suffix.test(key) || !plurals.has(stem)) {
      wanted.add(key);
      continue;
    }
    for (const form of forms) wanted.add(`${stem}_${form}`);
    allowed.add(`${stem}_zero`);
  }
  const present = new Set(listKeys(translated));
  return [
    ...[...wanted].filter((key) => !present.has(key)).map((key) => `missing ${key}`),
    ...[...present].filter((key) => !wanted.has(key) && !allowed.has(key)).map((key) => `unknown ${key}`),
  ];
}
