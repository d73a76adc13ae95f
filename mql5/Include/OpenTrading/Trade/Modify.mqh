//+------------------------------------------------------------------+
//| Modify.mqh - op modify: levels of a position, all of a pending    |
//+------------------------------------------------------------------+
//--- a stop that moves away from profit, or goes
bool WidensStop(const int side,const double old_sl,const double new_sl,const int digits)
{
   if(old_sl<=0 || SamePrice(old_sl,new_sl,digits))
      return(false);
   if(new_sl<=0)
      return(true);
   return(side==SIDE_BUY ? new_sl<old_sl : new_sl>old_sl);
}

//--- what was not given stays as it is; the journal keeps what is meant to be there afterwards
void FillFromPosition(TradeOrder &o,const PositionRow &p)
{
   o.symbol=p.symbol;
   o.side=p.side;
   o.magic=p.magic;
   if(!o.has_sl)
      o.sl=p.sl;
   if(!o.has_tp)
      o.tp=p.tp;
}

void FillFromOrder(TradeOrder &o,const OrderRow &live)
{
   o.symbol=live.symbol;
   o.side=live.side;
   o.kind=live.kind;
   o.magic=live.magic;
   o.volume=live.volume;
   o.stoplimit=live.stoplimit;
   if(!o.has_sl)
      o.sl=live.sl;
   if(!o.has_tp)
      o.tp=live.tp;
   if(!o.has_price)
      o.price=live.price;
   if(!o.has_expiry)
      o.expiry=live.expiry;
}

bool WallRefusesChange(const TradeOrder &o,const double old_sl,const bool raises)
{
   if(WallRefusesTrading())
      return(true);
   if(StopLossRequired && o.has_sl && o.sl<=0 && old_sl>0)
      return(WallRefuses("sl_required","the stop loss may be moved, not removed"));
   return(raises && WallRefusesRisk());
}

void ModifyPosition(const long id,TradeOrder &o)
{
   PositionRow p;
   if(!PositionByTicket(o.ticket,p))
   {
      ReplyFailed(id,"POSITION_CLOSED",NativePositionClosed(),StringFormat("there is no position %I64d",o.ticket),false);
      return;
   }
   if(o.has_price || o.has_expiry)
   {
      ReplyBadRequest(id,"a position has no price or expiry to modify");
      return;
   }
   FillFromPosition(o,p);
   if(WallRefusesChange(o,p.sl,WidensStop(p.side,p.sl,o.sl,SymbolDigits(p.symbol))))
   {
      ReplyWall(id,g_wall,g_wall_text);
      return;
   }
   if(!Recorded(id,o))
      return;
   Receipt r;
   ReceiptClear(r);
   ExecuteModifyPosition(o,p,r);
   Answer(id,o,r);
}

void ModifyOrder(const long id,TradeOrder &o)
{
   OrderRow live;
   if(!LiveOrderByTicket(o.order,live))
   {
      ReplyFailed(id,"INVALID_ORDER",NativeInvalidOrder(),StringFormat("there is no pending order %I64d",o.order),false);
      return;
   }
   FillFromOrder(o,live);
   int digits=SymbolDigits(live.symbol);
   bool raises=!SamePrice(o.price,live.price,digits) || o.expiry!=live.expiry || WidensStop(live.side,live.sl,o.sl,digits);
   if(o.price<=0)
   {
      ReplyBadRequest(id,"a pending order needs a price");
      return;
   }
   if(WallRefusesChange(o,live.sl,raises))
   {
      ReplyWall(id,g_wall,g_wall_text);
      return;
   }
   if(!CanExpire(id,o) || !Recorded(id,o))
      return;
   Receipt r;
   ReceiptClear(r);
   ExecuteModifyOrder(o,live,r);
   Answer(id,o,r);
}

void OpModify(const long id,const JsonField &fields[])
{
   TradeOrder o;
   if(!ReadTradeRequest(id,"modify",fields,o) || !IsFresh(id,fields))
      return;
   if((o.ticket>0)==(o.order>0))
      ReplyBadRequest(id,"modify needs either ticket or order");
   else if(!o.has_sl && !o.has_tp && !o.has_price && !o.has_expiry)
      ReplyBadRequest(id,"modify needs at least one of sl, tp, price, expiry");
   else if(o.ticket>0)
      ModifyPosition(id,o);
   else
      ModifyOrder(id,o);
}
