//+------------------------------------------------------------------+
//| Book.mqh - open positions and live orders of MT5                  |
//+------------------------------------------------------------------+
int PositionsSelect()
{
   return(PositionsTotal());
}

//--- of the position the terminal has selected
void ReadSelectedPosition(PositionRow &p)
{
   p.ticket=PositionGetInteger(POSITION_TICKET);
   p.identifier=PositionGetInteger(POSITION_IDENTIFIER);
   p.symbol=PositionGetString(POSITION_SYMBOL);
   p.side=PositionGetInteger(POSITION_TYPE)==POSITION_TYPE_BUY ? SIDE_BUY : SIDE_SELL;
   p.volume=PositionGetDouble(POSITION_VOLUME);
   p.price=PositionGetDouble(POSITION_PRICE_OPEN);
   p.sl=PositionGetDouble(POSITION_SL);
   p.tp=PositionGetDouble(POSITION_TP);
   p.price_current=PositionGetDouble(POSITION_PRICE_CURRENT);
   p.profit=PositionGetDouble(POSITION_PROFIT);
   p.swap=PositionGetDouble(POSITION_SWAP);
   p.commission=0;   // booked with the deals
   p.magic=PositionGetInteger(POSITION_MAGIC);
   p.comment=PositionGetString(POSITION_COMMENT);
   p.time=MscToUtc(PositionGetInteger(POSITION_TIME_MSC));
}

bool PositionAt(const int index,PositionRow &p)
{
   if(PositionGetTicket(index)==0)
      return(false);
   ReadSelectedPosition(p);
   return(true);
}

bool PositionByTicket(const long ticket,PositionRow &p)
{
   if(ticket<=0 || !PositionSelectByTicket((ulong)ticket))
      return(false);
   ReadSelectedPosition(p);
   return(true);
}

string StateName(const long state)
{
   if(state==ORDER_STATE_STARTED)        return("started");
   if(state==ORDER_STATE_PLACED)         return("placed");
   if(state==ORDER_STATE_CANCELED)       return("canceled");
   if(state==ORDER_STATE_PARTIAL)        return("partial");
   if(state==ORDER_STATE_FILLED)         return("filled");
   if(state==ORDER_STATE_REJECTED)       return("rejected");
   if(state==ORDER_STATE_EXPIRED)        return("expired");
   if(state==ORDER_STATE_REQUEST_ADD)    return("request_add");
   if(state==ORDER_STATE_REQUEST_MODIFY) return("request_modify");
   if(state==ORDER_STATE_REQUEST_CANCEL) return("request_cancel");
   return("unknown");
}

void TakeOrderType(const long type,OrderRow &o)
{
   bool buy=type==ORDER_TYPE_BUY || type==ORDER_TYPE_BUY_LIMIT || type==ORDER_TYPE_BUY_STOP || type==ORDER_TYPE_BUY_STOP_LIMIT;
   o.side=buy ? SIDE_BUY : SIDE_SELL;
   o.kind=KIND_MARKET;
   if(type==ORDER_TYPE_BUY_LIMIT || type==ORDER_TYPE_SELL_LIMIT)
      o.kind=KIND_LIMIT;
   else if(type==ORDER_TYPE_BUY_STOP || type==ORDER_TYPE_SELL_STOP)
      o.kind=KIND_STOP;
   else if(type==ORDER_TYPE_BUY_STOP_LIMIT || type==ORDER_TYPE_SELL_STOP_LIMIT)
      o.kind=KIND_STOP_LIMIT;
}

int OrdersSelect()
{
   return(OrdersTotal());
}

void ReadSelectedOrder(OrderRow &o)
{
   o.ticket=OrderGetInteger(ORDER_TICKET);
   o.symbol=OrderGetString(ORDER_SYMBOL);
   TakeOrderType(OrderGetInteger(ORDER_TYPE),o);
   o.volume_initial=OrderGetDouble(ORDER_VOLUME_INITIAL);
   o.volume=OrderGetDouble(ORDER_VOLUME_CURRENT);
   o.price=OrderGetDouble(ORDER_PRICE_OPEN);
   o.stoplimit=OrderGetDouble(ORDER_PRICE_STOPLIMIT);
   o.sl=OrderGetDouble(ORDER_SL);
   o.tp=OrderGetDouble(ORDER_TP);
   long expiration=OrderGetInteger(ORDER_TIME_EXPIRATION);
   o.expiry=expiration>0 ? ToUtcMs((datetime)expiration) : 0;
   o.magic=OrderGetInteger(ORDER_MAGIC);
   o.comment=OrderGetString(ORDER_COMMENT);
   o.time=MscToUtc(OrderGetInteger(ORDER_TIME_SETUP_MSC));
   o.state=StateName(OrderGetInteger(ORDER_STATE));
   o.time_done=0;
   o.position=OrderGetInteger(ORDER_POSITION_ID);
}

bool OrderAt(const int index,OrderRow &o)
{
   if(OrderGetTicket(index)==0)
      return(false);
   ReadSelectedOrder(o);
   return(true);
}

bool LiveOrderByTicket(const long ticket,OrderRow &o)
{
   if(ticket<=0 || !OrderSelect((ulong)ticket))
      return(false);
   ReadSelectedOrder(o);
   return(true);
}
