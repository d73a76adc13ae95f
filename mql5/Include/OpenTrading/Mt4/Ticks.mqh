//+------------------------------------------------------------------+
//| Ticks.mqh - live ticks as far as MT4 shows them: the last of each |
//| symbol, whenever somebody looks                                   |
//+------------------------------------------------------------------+
long TickMilliseconds(const MqlTick &tick)
{
   return(0);
}

long TickFlags(const MqlTick &tick)
{
   return(0);
}

double TickVolume(const MqlTick &tick)
{
   return((double)tick.volume);
}

void TickFeedStart(TickFeed &feed)
{
   MqlTick tick;
   feed.time=(long)ServerNow()*1000;
   if(!SymbolInfoTick(feed.symbol,tick))
      return;
   feed.time=(long)tick.time*1000;
   feed.bid=tick.bid;
   feed.ask=tick.ask;
}

void TickFeedWrite(TickFeed &feed)
{
   MqlTick tick;
   if(!SymbolInfoTick(feed.symbol,tick) || tick.bid<=0)
      return;
   long time=(long)tick.time*1000;
   if(time==feed.time && tick.bid==feed.bid && tick.ask==feed.ask)
      return;
   feed.time=time;
   feed.bid=tick.bid;
   feed.ask=tick.ask;
   int digits=SymbolDigits(feed.symbol);
   TickEventRow("["+Quoted(feed.symbol)+","+IntegerToString(ToUtcMs(tick.time))+","+Fixed(tick.bid,digits)+","+Fixed(tick.ask,digits)+","
                +Fixed(tick.last,digits)+","+Decimal(TickVolume(tick))+",0]");
}

//--- while the host is behind nothing is looked at: the next look shows the price then
void TicksPump()
{
   if(g_link_state!=LINK_READY || OutWaiting()>0)
      return;
   for(int i=0; i<ArraySize(g_tick_feeds); i++)
      TickFeedWrite(g_tick_feeds[i]);
   TickEventClose();
}
