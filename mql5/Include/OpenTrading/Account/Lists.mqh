//+------------------------------------------------------------------+
//| Lists.mqh - ops positions, orders, deals, history_orders          |
//+------------------------------------------------------------------+
void OpPositions(const long id)
{
   RowsOpen(id);
   int total=PositionsSelect();
   for(int i=0; i<total; i++)
   {
      PositionRow position;
      if(PositionAt(i,position))
         RowsAdd(PositionJson(position));
   }
   RowsClose("");
}

void OpOrders(const long id)
{
   RowsOpen(id);
   int total=OrdersSelect();
   for(int i=0; i<total; i++)
   {
      OrderRow order;
      if(OrderAt(i,order))
         RowsAdd(OrderJson(order));
   }
   RowsClose("");
}

//--- the period of a history request; false when it was refused
bool HistoryPeriod(const long id,const JsonField &fields[],Cursor &cursor,long &to)
{
   string fault="";
   long from=JsonLong(fields,"from",fault);
   to=JsonHas(fields,"to") ? JsonLong(fields,"to",fault) : UtcNowMs()+86400000;
   if(fault!="" || !CursorRead(JsonString(fields,"cursor"),from,cursor))
   {
      ReplyBadRequest(id,"from and to are UTC milliseconds, cursor is the text of the last answer");
      return(false);
   }
   return(true);
}

void OpDeals(const long id,const JsonField &fields[])
{
   Cursor cursor;
   long to=0;
   if(!HistoryPeriod(id,fields,cursor,to))
      return;
   long passed=cursor.skip;
   Cursor next=cursor;
   int given=0;
   bool more=false;
   int total=DealsSelect(cursor.time,to);
   RowsOpen(id);
   for(int i=0; i<total && !more; i++)
   {
      DealRow deal;
      if(!DealAt(i,deal) || deal.time<cursor.time || deal.time>=to)
         continue;
      if(deal.time==cursor.time && passed>0)
      {
         passed--;
         continue;
      }
      more=given==OT_RECORD_LIMIT;
      if(more)
         break;
      RowsAdd(DealJson(deal));
      CursorPass(next,deal.time);
      given++;
   }
   RowsClose(more ? CursorText(next) : "");
}

void OpHistoryOrders(const long id,const JsonField &fields[])
{
   Cursor cursor;
   long to=0;
   if(!HistoryPeriod(id,fields,cursor,to))
      return;
   long passed=cursor.skip;
   Cursor next=cursor;
   int given=0;
   bool more=false;
   int total=PastOrdersSelect(cursor.time,to);
   RowsOpen(id);
   for(int i=0; i<total && !more; i++)
   {
      OrderRow order;
      if(!PastOrderAt(i,order) || order.time_done<cursor.time || order.time_done>=to)
         continue;
      if(order.time_done==cursor.time && passed>0)
      {
         passed--;
         continue;
      }
      more=given==OT_RECORD_LIMIT;
      if(more)
         break;
      RowsAdd(OrderJson(order));
      CursorPass(next,order.time_done);
      given++;
   }
   RowsClose(more ? CursorText(next) : "");
}
