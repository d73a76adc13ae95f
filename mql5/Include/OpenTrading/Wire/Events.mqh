//+------------------------------------------------------------------+
//| Events.mqh - messages the host did not ask for                    |
//+------------------------------------------------------------------+
long g_event_seq=0;   // starts at 1 in each session

void EventsRestart()
{
   g_event_seq=0;
}

string EventHead(const string type)
{
   g_event_seq++;
   return("{"+TextPair("type",type)+","+LongPair("seq",g_event_seq));
}

//--- nothing is told before the host said welcome
void EventSend(const string type,const string body)
{
   if(g_link_state!=LINK_READY)
      return;
   OutLine(EventHead(type)+","+body+"}");
}
