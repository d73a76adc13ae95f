//+------------------------------------------------------------------+
//| TickEvents.mqh - rows of live ticks, gathered into events         |
//+------------------------------------------------------------------+
#define OT_TICK_ROWS 512    // rows of one event

int  g_tick_rows=0;         // rows of the event being written
long g_tick_dropped=0;      // ticks jumped over and not yet told

void TickEventClose()
{
   if(g_tick_rows==0)
      return;
   OutText("],"+LongPair("dropped",g_tick_dropped)+"}\n");
   g_tick_rows=0;
   g_tick_dropped=0;
}

void TickEventRow(const string row)
{
   OutText(g_tick_rows==0 ? EventHead("ticks")+",\"rows\":["+row : ","+row);
   g_tick_rows++;
   if(g_tick_rows==OT_TICK_ROWS)
      TickEventClose();
}
