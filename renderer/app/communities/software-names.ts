/** How these projects write their own names; servers report them in small letters. */
const softwareNames: Readonly<Record<string, string>> = {
  mastodon: 'Mastodon',
  gotosocial: 'GoToSocial',
  pleroma: 'Pleroma',
  akkoma: 'Akkoma',
  discourse: 'Discourse',
  lemmy: 'Lemmy',
  nodebb: 'NodeBB',
  matrix: 'Matrix',
  synapse: 'Synapse',
  misskey: 'Misskey',
  sharkey: 'Sharkey',
};

/** The name of a server's software, with its version where one is known. */
export function softwareName(software: string, version = ''): string {
  return `${softwareNames[software.toLowerCase()] ?? software} ${version}`.trim();
}
