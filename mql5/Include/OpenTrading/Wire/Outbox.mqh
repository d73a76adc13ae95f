//+------------------------------------------------------------------+
//| Outbox.mqh - bytes on their way to the host, in order             |
//+------------------------------------------------------------------+
uchar g_out[];        // lines not yet written
int   g_out_end=0;    // used part of g_out
int   g_out_begin=0;  // how much of it the transport took

void OutText(const string text)
{
   if(text=="")
      return;
   // a UTF-16 unit needs at most three bytes; StringToCharArray adds a terminator that the next piece overwrites
   int need=g_out_end+StringLen(text)*3+1;
   if(ArraySize(g_out)<need)
      ArrayResize(g_out,need*2+OT_CHUNK);
   g_out_end+=StringToCharArray(text,g_out,g_out_end,WHOLE_ARRAY,CP_UTF8)-1;
}

void OutLine(const string json)
{
   OutText(json+"\n");
}

int OutWaiting()
{
   return(g_out_end-g_out_begin);
}

void OutClear()
{
   g_out_begin=0;
   g_out_end=0;
}

//--- Writes what the transport takes now. False when the link is broken or the host stopped reading for good.
bool OutFlush()
{
   while(g_out_begin<g_out_end)
   {
      int written=TransportWrite(g_out,g_out_begin,MinInt(g_out_end-g_out_begin,OT_CHUNK));
      if(written<0)
         return(false);
      if(written==0)
         break;
      g_out_begin+=written;
   }
   if(g_out_begin==g_out_end)
      OutClear();
   return(OutWaiting()<=OT_OUTBOX_LIMIT);
}
