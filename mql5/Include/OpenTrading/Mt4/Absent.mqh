//+------------------------------------------------------------------+
//| Absent.mqh - ops MT4 has nothing for                              |
//+------------------------------------------------------------------+
void OpTicks(const long id,const JsonField &fields[])
{
   ReplyNotSupported(id,"MT4 keeps no ticks");
}

void OpDepth(const long id,const JsonField &fields[])
{
   ReplyNotSupported(id,"MT4 has no market book");
}

void OpCalendar(const long id,const JsonField &fields[])
{
   ReplyNotSupported(id,"MT4 has no economic calendar");
}
