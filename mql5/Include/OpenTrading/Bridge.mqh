//+------------------------------------------------------------------+
//| Bridge.mqh - all parts, and the turn they take together           |
//+------------------------------------------------------------------+
#include <OpenTrading\Version.mqh>
#include <OpenTrading\Inputs.mqh>
#include <OpenTrading\Numbers.mqh>
#include <OpenTrading\Text.mqh>
#ifdef __MQL5__
#include <OpenTrading\Mt5\Clock.mqh>
#else
#include <OpenTrading\Mt4\Clock.mqh>
#endif
#include <OpenTrading\Wire\Utf8.mqh>
#include <OpenTrading\Wire\JsonRead.mqh>
#include <OpenTrading\Wire\JsonFields.mqh>
#include <OpenTrading\Wire\JsonWrite.mqh>
#include <OpenTrading\Wire\Outbox.mqh>
#include <OpenTrading\Wire\Inbox.mqh>
#include <OpenTrading\Wire\Reply.mqh>
#include <OpenTrading\Wire\Rows.mqh>
#include <OpenTrading\Wire\Cursor.mqh>
#include <OpenTrading\Wire\Link.mqh>
#include <OpenTrading\Wire\Events.mqh>
#include <OpenTrading\Security\Hmac.mqh>
#include <OpenTrading\Security\Nonce.mqh>
#include <OpenTrading\Account\Records.mqh>
#include <OpenTrading\Trade\TradeOrder.mqh>
#include <OpenTrading\Trade\Receipt.mqh>
#include <OpenTrading\State\StateFile.mqh>
#include <OpenTrading\State\Instance.mqh>
#include <OpenTrading\State\Latch.mqh>
#include <OpenTrading\State\JournalEntry.mqh>
#include <OpenTrading\State\JournalFile.mqh>
#include <OpenTrading\State\Journal.mqh>
#include <OpenTrading\State\CidIndex.mqh>
#include <OpenTrading\Guard\Gates.mqh>
#include <OpenTrading\Guard\Lease.mqh>
#include <OpenTrading\Guard\Limits.mqh>
#include <OpenTrading\Guard\OrderRate.mqh>
#include <OpenTrading\Guard\DailyLoss.mqh>
#include <OpenTrading\Guard\Wall.mqh>
#include <OpenTrading\Account\Cids.mqh>
#include <OpenTrading\Account\RecordJson.mqh>
#include <OpenTrading\Account\Snapshot.mqh>
#include <OpenTrading\Account\TerminalOp.mqh>
#include <OpenTrading\Account\Lists.mqh>
#include <OpenTrading\Account\Watch.mqh>
#include <OpenTrading\Market\Timeframes.mqh>
#include <OpenTrading\Market\Symbols.mqh>
#include <OpenTrading\Market\Sessions.mqh>
#include <OpenTrading\Market\Quotes.mqh>
#include <OpenTrading\Market\Subscriptions.mqh>
#include <OpenTrading\Market\TickEvents.mqh>
#include <OpenTrading\Market\Bars.mqh>
#include <OpenTrading\Market\BarEvents.mqh>
#include <OpenTrading\Trade\Evidence.mqh>
#include <OpenTrading\Trade\Outcome.mqh>
#include <OpenTrading\Trade\Submit.mqh>
#include <OpenTrading\Trade\Send.mqh>
#include <OpenTrading\Trade\Modify.mqh>
#include <OpenTrading\Trade\Close.mqh>
#include <OpenTrading\Trade\Cancel.mqh>
#include <OpenTrading\Trade\Flatten.mqh>
#ifdef __MQL5__
#include <OpenTrading\Mt5\Socket.mqh>
#include <OpenTrading\Mt5\Account.mqh>
#include <OpenTrading\Mt5\Book.mqh>
#include <OpenTrading\Mt5\Past.mqh>
#include <OpenTrading\Mt5\Retcodes.mqh>
#include <OpenTrading\Mt5\Filling.mqh>
#include <OpenTrading\Mt5\Execution.mqh>
#include <OpenTrading\Mt5\SymbolSheet.mqh>
#include <OpenTrading\Mt5\Download.mqh>
#include <OpenTrading\Mt5\Ticks.mqh>
#include <OpenTrading\Mt5\Depth.mqh>
#include <OpenTrading\Mt5\Calendar.mqh>
#else
#include <OpenTrading\Mt4\Pipe.mqh>
#include <OpenTrading\Mt4\Http.mqh>
#include <OpenTrading\Mt4\Transport.mqh>
#include <OpenTrading\Mt4\Account.mqh>
#include <OpenTrading\Mt4\Book.mqh>
#include <OpenTrading\Mt4\Splits.mqh>
#include <OpenTrading\Mt4\Past.mqh>
#include <OpenTrading\Mt4\Errors.mqh>
#include <OpenTrading\Mt4\FindClose.mqh>
#include <OpenTrading\Mt4\Execution.mqh>
#include <OpenTrading\Mt4\SymbolSheet.mqh>
#include <OpenTrading\Mt4\Download.mqh>
#include <OpenTrading\Mt4\Ticks.mqh>
#include <OpenTrading\Mt4\Absent.mqh>
#endif
#include <OpenTrading\Wire\Handshake.mqh>
#include <OpenTrading\Wire\Dispatch.mqh>
#include <OpenTrading\Status.mqh>

#define OT_TIMER_MS 10       // the terminal makes 10 to 16 of it
#define OT_TURN_US  12000    // a turn of the timer stays in its loop this long: a request waits for no timer

int BridgeStart()
{
   MathSrand((int)(GetMicrosecondCount()&0x7FFFFFFF)^(int)TimeLocal());
   if(!EventSetMillisecondTimer(OT_TIMER_MS))
   {
      Print("OpenTrading: no timer");
      return(INIT_FAILED);
   }
   LatchLoad();
   LimitsReset();
   if(!JournalLoad())
      Print("OpenTrading: this expert will not trade: ",g_journal_fault);
   BridgePump();
   StatusPump();
   return(INIT_SUCCEEDED);
}

//--- answers first, then what they caused, then the market
bool BridgePump()
{
   bool busy=LinkPump();
   LeaseWatch();
   WatchPump();
   ReportsPump();
   BarsPump();
   TicksPump();
   if(g_link_state!=LINK_DOWN && !OutFlush())
      LinkDrop("sending failed",0);
   return(busy);
}

void BridgeTimer()
{
   ulong end=GetMicrosecondCount()+OT_TURN_US;
   DayWatch();
   StatusPump();
   while(GetMicrosecondCount()<end && !IsStopped())
      if(!BridgePump())
         Sleep(1);
}

string DeinitReason(const int reason)
{
   if(reason==REASON_PROGRAM)     return("program");
   if(reason==REASON_REMOVE)      return("removed");
   if(reason==REASON_RECOMPILE)   return("recompiled");
   if(reason==REASON_CHARTCHANGE) return("chart_changed");
   if(reason==REASON_CHARTCLOSE)  return("chart_closed");
   if(reason==REASON_PARAMETERS)  return("inputs_changed");
   if(reason==REASON_ACCOUNT)     return("account_changed");
   if(reason==REASON_TEMPLATE)    return("template");
   if(reason==REASON_INITFAILED)  return("init_failed");
   if(reason==REASON_CLOSE)       return("terminal_closed");
   return("other");
}

//--- the terminal ends the program after 2.5 seconds: only what is quick
void BridgeStop(const int reason)
{
   EventKillTimer();
   if(g_link_state!=LINK_DOWN)
      LinkLeave(DeinitReason(reason),"the expert stops: "+DeinitReason(reason),0);
   BridgeForget();
   JournalCloseFile();
   Comment("");
}

//--- A chart that changes its symbol or account starts the expert anew with its globals as they were.
void BridgeForget()
{
   g_link_attempts=0;
   g_link_retry_at=0;
   g_lease_at=0;
   g_beat=0;
   g_instance="";
   g_day=0;
   g_status_shown="";
   ArrayResize(g_tick_feeds,0);
   ArrayResize(g_bar_feeds,0);
#ifdef __MQL5__
   BooksRelease();
#endif
}
