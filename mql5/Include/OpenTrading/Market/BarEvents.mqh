//+------------------------------------------------------------------+
//| BarEvents.mqh - a bar is told when the next one opens             |
//+------------------------------------------------------------------+
#define OT_BARS_MS      100
#define OT_BARS_MISSED  500    // more missed ones are history: the host asks for them

long g_bars_at=0;

void TellBar(const BarFeed &feed,const MqlRates &bar)
{
   int digits=SymbolDigits(feed.symbol);
   EventSend("bar",TextPair("symbol",feed.symbol)+","+TextPair("tf",feed.tf_name)+","+LongPair("time",ToUtcMs(bar.time))+","
             +FixedPair("open",bar.open,digits)+","+FixedPair("high",bar.high,digits)+","+FixedPair("low",bar.low,digits)+","
             +FixedPair("close",bar.close,digits)+","+LongPair("tick_volume",bar.tick_volume)+","
             +LongPair("spread_points",bar.spread)+","+LongPair("real_volume",bar.real_volume));
}

void BarFeedPump(BarFeed &feed)
{
   datetime open=iTime(feed.symbol,feed.tf,0);
   if(open==0 || open==feed.open)
      return;
   if(feed.open==0 || open<feed.open)
   {
      feed.open=open;
      return;
   }
   MqlRates bars[];
   int closed=iBarShift(feed.symbol,feed.tf,feed.open,false);
   if(closed<1)
      return;
   int count=CopyRates(feed.symbol,feed.tf,1,MinInt(closed,OT_BARS_MISSED),bars);
   if(count<1)
      return;
   for(int i=0; i<count; i++)
      if(bars[i].time>=feed.open && bars[i].time<open)
         TellBar(feed,bars[i]);
   feed.open=open;
}

void BarsPump()
{
   long now=NowMs();
   if(g_link_state!=LINK_READY || now-g_bars_at<OT_BARS_MS)
      return;
   g_bars_at=now;
   for(int i=0; i<ArraySize(g_bar_feeds); i++)
      BarFeedPump(g_bar_feeds[i]);
}
