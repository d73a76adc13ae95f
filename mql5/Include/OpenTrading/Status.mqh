//+------------------------------------------------------------------+
//| Status.mqh - what the user sees on the chart                      |
//+------------------------------------------------------------------+
#define OT_STATUS_MS 1000

string g_status_shown="";
long   g_status_at=0;

string TradingText()
{
   if(g_journal_file==INVALID_HANDLE)
      return("trading off: "+g_journal_fault);
   if(!AllowTrading)
      return("trading off (AllowTrading)");
   if(!IsRightAccount())
      return("trading off: not account "+IntegerToString(AccountLogin));
   string gate=ClosedGate();
   if(gate!="")
      return("trading off: "+gate);
   if(g_latch_level>0)
      return("entries LATCHED at level "+IntegerToString(g_latch_level)+", re-arm in OpenTrading");
   return(LeaseHolds() ? "trading on" : "entries wait for the host");
}

void StatusPump()
{
   long now=NowMs();
   if(now-g_status_at<OT_STATUS_MS)
      return;
   g_status_at=now;
   string text="OpenTrading "+OT_EA_VERSION+" | "+(g_link_state==LINK_READY ? "connected to " : "no link to ")+TransportName()+" | "
               +g_link_note+" | "+TradingText()+(g_journal_intact ? "" : " | ORDER JOURNAL NOT WHOLE");
   if(text==g_status_shown)
      return;
   g_status_shown=text;
   Comment(text);
}
