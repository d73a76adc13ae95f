//+------------------------------------------------------------------+
//| OrderRate.mqh - entries in the last minute                        |
//+------------------------------------------------------------------+
long g_rate_times[];   // when entries went out, oldest first

//--- the window is (now - 60 s, now]
int OrdersInLastMinute()
{
   long edge=NowMs()-60000;
   int total=ArraySize(g_rate_times);
   int old=0;
   while(old<total && g_rate_times[old]<=edge)
      old++;
   if(old>0)
   {
      for(int i=old; i<total; i++)
         g_rate_times[i-old]=g_rate_times[i];
      ArrayResize(g_rate_times,total-old,64);
   }
   return(total-old);
}

void CountOrder()
{
   int total=ArraySize(g_rate_times);
   ArrayResize(g_rate_times,total+1,64);
   g_rate_times[total]=NowMs();
}
