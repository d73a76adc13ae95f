//+------------------------------------------------------------------+
//| Clock.mqh - three clocks: elapsed time, UTC, the server's (MT4)   |
//+------------------------------------------------------------------+
#define PLATFORM_NAME "mt4"
#define TICK_FIDELITY "sampled"
#define OT_FARTHEST_ZONE 50400   // seconds

long g_server_offset=0;        // server time minus UTC, seconds
bool g_offset_known=false;

//--- counts from the start of the program; no clock change touches it
long NowMs()
{
   return((long)(GetMicrosecondCount()/1000));
}

long UtcNowMs()
{
   return((long)TimeGMT()*1000);
}

datetime ServerNow()
{
   return((datetime)((long)TimeGMT()+g_server_offset));
}

long ServerOffset()
{
   return(g_server_offset);
}

//--- an expiry cannot be told to a server whose clock is not known
bool IsServerTimeKnown()
{
   return(g_offset_known);
}

//--- MT4 knows the server's time from its last tick only: measured when one has just come, remembered over weekends and restarts
void MeasureOffset()
{
   double seconds=(double)((long)TimeCurrent()-(long)TimeGMT());
   long offset=(long)MathRound(seconds/900.0)*900;
   // no zone is farther from UTC: the last tick is an old one, or there was none
   if(offset<-OT_FARTHEST_ZONE || offset>OT_FARTHEST_ZONE || (g_offset_known && offset==g_server_offset))
      return;
   g_server_offset=offset;
   g_offset_known=true;
   StateWrite("offset.txt",IntegerToString(offset));
}

void ClockStart()
{
   string known=StateRead("offset.txt");
   g_offset_known=known!="" && IsPlainNumber(known,true);
   if(g_offset_known)
      g_server_offset=StringToInteger(known);
}

long ToUtcMs(const datetime server)
{
   return(((long)server-g_server_offset)*1000);
}

datetime ToServer(const long utc_ms)
{
   return((datetime)(utc_ms/1000+g_server_offset));
}
