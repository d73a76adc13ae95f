//+------------------------------------------------------------------+
//| Clock.mqh - three clocks: elapsed time, UTC, the server's (MT5)   |
//+------------------------------------------------------------------+
#define PLATFORM_NAME "mt5"
#define TICK_FIDELITY "full"

//--- only ever grows, whatever the user does to the computer's clock
long NowMs()
{
   return((long)GetTickCount64());
}

long UtcNowMs()
{
   return((long)TimeGMT()*1000);
}

datetime ServerNow()
{
   return(TimeTradeServer());
}

//--- server time minus UTC in seconds, to the quarter of an hour
long ServerOffset()
{
   double seconds=(double)((long)TimeTradeServer()-(long)TimeGMT());
   return((long)MathRound(seconds/900.0)*900);
}

bool IsServerTimeKnown()
{
   return(true);
}

long ToUtcMs(const datetime server)
{
   return(((long)server-ServerOffset())*1000);
}

long MscToUtc(const long server_msc)
{
   return(server_msc-ServerOffset()*1000);
}

datetime ToServer(const long utc_ms)
{
   return((datetime)(utc_ms/1000+ServerOffset()));
}
