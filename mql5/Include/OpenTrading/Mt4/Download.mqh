//+------------------------------------------------------------------+
//| Download.mqh - is history still on its way? (MT4)                 |
//+------------------------------------------------------------------+
//--- asking is what makes the terminal download; it says so by an error of its own
bool IsDownloading(const string symbol,const ENUM_TIMEFRAMES tf,const datetime from)
{
   MqlRates probe[];
   ResetLastError();
   return(CopyRates(symbol,tf,0,1,probe)<1 && GetLastError()==ERR_HISTORY_WILL_UPDATED);
}
