import type { CommunityId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { ReadDb } from '../store/db.ts';
import { memberFinder } from '../store/members/find-by-name.ts';
import { plainName } from './guess-record-mapping.ts';
import { mailAddress, parseAnswer } from './parse-field.ts';

/** Columns that say who answered, in the languages that survey tools write them. Compared whole, as `plainName` gives them. */
const namingColumns = new Set([
  ...['name', 'fullname', 'firstname', 'lastname', 'surname', 'username', 'user', 'userid', 'member', 'memberid'],
  ...['handle', 'account', 'accountid', 'nick', 'nickname', 'displayname', 'person', 'participant', 'respondentname'],
  ...['phone', 'phonenumber', 'telephone', 'mobile', 'ip', 'ipaddress', 'address', 'discord', 'discordid', 'mastodon'],
  ...['vorname', 'nachname', 'benutzername', 'mitglied', 'telefon', 'nom', 'prénom', 'prenom', 'nombre', 'apellido'],
  ...['correo', 'courriel', 'teléfono', 'telefono', 'nome', 'cognome', 'ad', 'soyad', 'isim', 'имя', 'фамилия', '名前'],
  ...['الاسم', 'اسم', 'اسمالمستخدم', 'العضو', 'عضو', 'البريد', 'البريدالإلكتروني', 'البريدالالكتروني', 'الهاتف'],
]);
const mailColumn = /e-?mail/i;

/** Throws HearthError `survey-not-anonymous` where a column is meant for who answered, whether it would be read or not. */
export function refuseNamingColumns(columns: readonly string[]): void {
  if (columns.some((column) => namingColumns.has(plainName(column)) || mailColumn.test(column))) {
    throw new HearthError('survey-not-anonymous');
  }
}

/** Watches the cells of a file for what would name somebody: mail addresses anywhere, members' names in the first lines. */
export function nameWatch(db: ReadDb, communityId: CommunityId): (cells: readonly string[]) => void {
  const findMember = memberFinder(db, communityId);
  let looked = 0;
  const namesSomebody = (cell: string): boolean => {
    const text = cell.trim();
    if (text === '' || parseAnswer(text) !== undefined) return false;
    if (mailAddress.test(text)) return true;
    return looked <= LINES_COMPARED && text.length <= 100 && findMember(text) !== 'unknown';
  };
  return (cells) => {
    looked += 1;
    if (cells.some(namesSomebody)) throw new HearthError('survey-not-anonymous');
  };
}

const LINES_COMPARED = 1_000;
