//+------------------------------------------------------------------+
//| Inputs.mqh - what the user sets; the host can only tighten it     |
//+------------------------------------------------------------------+
input string HostAddress           = "127.0.0.1"; // Host: address (must be in the terminal's list of allowed URLs)
#ifdef __MQL5__
input int    HostPort              = 8030;        // Host: port
#else
input int    HostPort              = 8031;        // Host: port, used with WebRequest
input bool   UseWebRequest         = false;       // Host: true = WebRequest, false = named pipe
input string PipeName              = "opentrading"; // Host: name of the pipe
#endif
input string HostToken             = "";          // Host: token, the text of its file keys/metatrader.token
input bool   AllowTrading          = false;       // Trading: allow this expert to trade
input long   AccountLogin          = 0;           // Trading: only on this account number (0 = any)
input string AllowedSymbols        = "";          // Trading: only these symbols, comma between (empty = all)
input long   MagicNumber           = 0;           // Trading: only entries with this magic number (0 = any)
input bool   StopLossRequired      = true;        // Limit: refuse entries without a stop loss
input double MaxLotsPerOrder       = 1.0;         // Limit: lots in one order (0 = none)
input double MaxOpenLots           = 5.0;         // Limit: lots open and pending together (0 = none)
input int    MaxOrdersPerMinute    = 10;          // Limit: entries in a minute (0 = none)
input double DailyLossLimit        = 0.0;         // Limit: loss of a server day in account currency (0 = none)
input int    DeadManSeconds        = 15;          // Dead man: no entries after this silence of the host, seconds
input int    LatchSeconds          = 60;          // Dead man: latch after this silence, until the host re-arms, seconds
input bool   DeletePendingsOnLatch = true;        // Dead man: delete pending orders when latching
input int    FlattenAfterSeconds   = 0;           // Dead man: close everything after this silence, seconds (0 = never)
