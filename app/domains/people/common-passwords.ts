/** The commonest passwords of twelve characters and more, in lower case; shorter ones are refused for their length. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  password1234 password12345 password123456 passwordpassword password2024 password2025 password2026 passw0rd1234
  p@ssw0rd1234 p@ssword1234 passwort1234 motdepasse123 contrasena123 wachtwoord123 mypassword123 yourpassword
  qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiop[] qwertyqwerty qwerty123456 qwerty1234567 qwertyuiopasdf
  qwertzuiop12 azertyuiop12 azertyuiop123 asdfghjkl123 asdfghjkl;'1 zxcvbnm12345 1qaz2wsx3edc 1qaz2wsx3edc4rfv
  1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i qazwsxedcrfv qazwsxedc123 q1w2e3r4t5y6 zaq12wsxcde3 123qweasdzxc
  1234qwerasdf 123456qwerty 123456789abc 123456789qwe 1234567890qwe abc123456789 abcd12345678 a12345678901
  abcdefghijkl abcdefghijklm abcdefghijklmnop abcdefgh1234 abcabcabcabc iloveyou1234 iloveyou12345 iloveyouforever
  letmein12345 letmein123456 letmeinletmein welcome12345 welcome123456 welcomewelcome administrator administrator1
  administrator123 admin1234567 admin12345678 adminadminadmin changeme1234 changemechangeme changemenow1 default12345
  football1234 baseball1234 superman1234 sunshine1234 princess1234 monkey123456 dragon123456 master123456
  shadow123456 michael12345 charlie12345 liverpool123 manchester123 pokemon12345 starwars1234 computer1234
  internet1234 samsung12345 trustno1trustno1 correcthorsebatterystaple thisismypassword mynameismyname unbelievable
  whateverwhatever secretsecret secret123456 testtesttest test12345678 testpassword temppassword temporary123
  interview1234 interviewinterview panelist1234 panelistpanelist recruiting123 humanresources companyname123
  `
    .trim()
    .split(/\s+/),
)
