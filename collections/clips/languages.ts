/** BCP 47: the languages in which captions are made here, those of the province's own peoples among them. */
export const captionLanguages: Readonly<Record<string, string>> = {
  vi: 'Tiếng Việt',
  en: 'Tiếng Anh',
  bdq: 'Tiếng Ba Na',
  sed: 'Tiếng Xơ Đăng',
  jra: 'Tiếng Gia Rai',
  rad: 'Tiếng Ê Đê',
  hmn: 'Tiếng Mông',
  tyz: 'Tiếng Tày',
  blt: 'Tiếng Thái',
  km: 'Tiếng Khmer',
  lo: 'Tiếng Lào',
  zh: 'Tiếng Trung',
}
