//+------------------------------------------------------------------+
//| Cancel.mqh - op cancel: a pending order, or what is left of one   |
//+------------------------------------------------------------------+
void OpCancel(const long id,const JsonField &fields[])
{
   TradeOrder o;
   if(!ReadTradeRequest(id,"cancel",fields,o) || !IsFresh(id,fields))
      return;
   OrderRow live;
   if(o.order<=0)
   {
      ReplyBadRequest(id,"cancel needs order");
      return;
   }
   if(!LiveOrderByTicket(o.order,live))
   {
      ReplyFailed(id,"INVALID_ORDER",NativeInvalidOrder(),StringFormat("there is no pending order %I64d",o.order),false);
      return;
   }
   FillFromOrder(o,live);
   if(WallRefusesTrading())
   {
      ReplyWall(id,g_wall,g_wall_text);
      return;
   }
   if(!Recorded(id,o))
      return;
   Receipt r;
   ReceiptClear(r);
   ExecuteCancel(o,live,r);
   Answer(id,o,r);
}
