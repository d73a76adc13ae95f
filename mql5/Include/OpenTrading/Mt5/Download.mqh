//+------------------------------------------------------------------+
//| Download.mqh - is history still on its way? (MT5)                 |
//+------------------------------------------------------------------+
#define OT_DOWNLOAD_MS 20000   // history that does not grow for this long is all there is

string   g_wait_key="";        // symbol and timeframe that is downloading
datetime g_wait_first=0;       // first bar there was
long     g_wait_since=0;

//--- True while older bars may still arrive. Asking for them is what makes the terminal download.
bool IsDownloading(const string symbol,const ENUM_TIMEFRAMES tf,const datetime from)
{
   string key=symbol+":"+EnumToString(tf);
   bool synchronized=(bool)SeriesInfoInteger(symbol,tf,SERIES_SYNCHRONIZED);
   datetime first=(datetime)SeriesInfoInteger(symbol,tf,SERIES_FIRSTDATE);
   datetime server_first=(datetime)SeriesInfoInteger(symbol,tf,SERIES_SERVER_FIRSTDATE);
   bool older=from>0 && first>0 && from<first && server_first>0 && server_first<first
              && iBars(symbol,tf)<(int)TerminalInfoInteger(TERMINAL_MAXBARS);
   if(synchronized && !older)
      return(false);
   MqlRates probe[];
   if(older)
      CopyRates(symbol,tf,from,1,probe);
   else
      CopyRates(symbol,tf,0,1,probe);
   if(key!=g_wait_key || first!=g_wait_first)
   {
      g_wait_key=key;
      g_wait_first=first;
      g_wait_since=NowMs();
   }
   return(NowMs()-g_wait_since<OT_DOWNLOAD_MS);
}
