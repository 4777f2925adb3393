/** The cookie in which a browser tells its time zone, so that the server shows times as people there say them. */
export const zoneCookieName = 'zone'
