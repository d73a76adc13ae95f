//+------------------------------------------------------------------+
//| Ticks.mqh - every tick, live and from history (MT5)               |
//+------------------------------------------------------------------+
#define OT_TICKS_AT_ONCE  4096   // what the terminal keeps ready
#define OT_TICKS_BEHIND   2000   // a symbol further behind jumps to its last tick

long TickMilliseconds(const MqlTick &tick)
{
   return(tick.time_msc%1000);
}

long TickFlags(const MqlTick &tick)
{
   return((long)tick.flags);
}

double TickVolume(const MqlTick &tick)
{
   return(tick.volume_real>0 ? tick.volume_real : (double)tick.volume);
}

//--- live ticks begin with the one the terminal has now
void TickFeedStart(TickFeed &feed)
{
   MqlTick tick;
   feed.skip=0;
   feed.time=SymbolInfoTick(feed.symbol,tick) ? tick.time_msc : (long)ServerNow()*1000;
}

string TickValues(const MqlTick &tick,const int digits)
{
   return(IntegerToString(MscToUtc(tick.time_msc))+","+Fixed(tick.bid,digits)+","+Fixed(tick.ask,digits)+","
          +Fixed(tick.last,digits)+","+Decimal(TickVolume(tick))+","+IntegerToString((long)tick.flags));
}

//--- the next ticks of a feed; one that is far behind jumps to its last tick and counts the others as dropped
void TickFeedWrite(TickFeed &feed)
{
   MqlTick ticks[];
   int total=CopyTicks(feed.symbol,ticks,COPY_TICKS_ALL,(ulong)feed.time,OT_TICKS_AT_ONCE);
   int first=0;
   while(first<total && ticks[first].time_msc==feed.time && first<feed.skip)
      first++;
   if(first>=total)
      return;
   int start=total-first>OT_TICKS_BEHIND ? total-1 : first;
   int digits=SymbolDigits(feed.symbol);
   string name=Quoted(feed.symbol);
   g_tick_dropped+=start-first;
   for(int i=start; i<total; i++)
      TickEventRow("["+name+","+TickValues(ticks[i],digits)+"]");
   long last=ticks[total-1].time_msc;
   feed.skip=0;
   for(int i=total-1; i>=0 && ticks[i].time_msc==last; i--)
      feed.skip++;
   feed.time=last;
}

//--- Nothing is taken from the terminal while the host is behind: it keeps the ticks, replies and trades go first.
void TicksPump()
{
   if(g_link_state!=LINK_READY || OutWaiting()>0)
      return;
   for(int i=0; i<ArraySize(g_tick_feeds); i++)
   {
      MqlTick newest;
      if(SymbolInfoTick(g_tick_feeds[i].symbol,newest) && newest.time_msc>=g_tick_feeds[i].time)
         TickFeedWrite(g_tick_feeds[i]);
   }
   TickEventClose();
}

//--- the ticks of a request, as the terminal gives them
int ReadTicks(const string symbol,const Cursor &cursor,const long to,const long limit,MqlTick &ticks[])
{
   ResetLastError();
   if(cursor.time>0)
      return(CopyTicks(symbol,ticks,COPY_TICKS_ALL,(ulong)(cursor.time+ServerOffset()*1000),(uint)(limit+cursor.skip+1)));
   if(to==LONG_MAX)
      return(CopyTicks(symbol,ticks,COPY_TICKS_ALL,0,(uint)limit));
   // the last ones before a time: a day back is far enough
   long end=to+ServerOffset()*1000;
   int total=CopyTicksRange(symbol,ticks,COPY_TICKS_ALL,(ulong)(end-86400000),(ulong)(end-1));
   if(total>limit)
      ArrayRemove(ticks,0,total-(int)limit);
   return(MinInt(total,(int)limit));
}

void OpTicks(const long id,const JsonField &fields[])
{
   string fault="";
   Cursor cursor;
   string symbol=JsonString(fields,"symbol");
   long from=JsonLong(fields,"from",fault);
   long to=JsonHas(fields,"to") ? JsonLong(fields,"to",fault) : LONG_MAX;
   long limit=JsonHas(fields,"limit") ? JsonLong(fields,"limit",fault) : OT_PAGE_LIMIT;
   if(fault!="" || from<0 || limit<1 || limit>OT_PAGE_LIMIT || !CursorRead(JsonString(fields,"cursor"),from,cursor))
   {
      ReplyBadRequest(id,StringFormat("from and to are UTC milliseconds, limit 1 to %d, cursor the text of the last answer",OT_PAGE_LIMIT));
      return;
   }
   if(!HaveSymbol(id,symbol))
      return;
   MqlTick ticks[];
   int total=ReadTicks(symbol,cursor,to,limit,ticks);
   bool pending=total<0 || GetLastError()==ERR_HISTORY_TIMEOUT;
   int digits=SymbolDigits(symbol);
   Cursor next=cursor;
   long passed=cursor.skip;
   long given=0;
   bool more=false;
   RowsOpen(id,TextPair("symbol",symbol));
   for(int i=0; i<total && !more; i++)
   {
      long time=MscToUtc(ticks[i].time_msc);
      if(time>=to)
         break;
      if(passed>0 && time==cursor.time)
      {
         passed--;
         continue;
      }
      more=given==limit;
      if(more)
         break;
      RowsAdd("["+TickValues(ticks[i],digits)+"]");
      CursorPass(next,time);
      given++;
   }
   if(pending && given==0)
      RowsClose(JsonString(fields,"cursor"),true);
   else
      RowsClose(more || pending ? CursorText(next) : "",pending);
}
