//+------------------------------------------------------------------+
//| Book.mqh - open tickets of MT4: market orders are the positions,  |
//| the others wait                                                   |
//+------------------------------------------------------------------+
int g_open_tickets[];
int g_pending_tickets[];

bool IsMarketType(const int type)
{
   return(type==OP_BUY || type==OP_SELL);
}

void ReadTickets()
{
   ArrayResize(g_open_tickets,0,64);
   ArrayResize(g_pending_tickets,0,64);
   int total=OrdersTotal();
   for(int i=0; i<total; i++)
   {
      if(!OrderSelect(i,SELECT_BY_POS,MODE_TRADES))
         continue;
      if(IsMarketType(OrderType()))
      {
         int n=ArraySize(g_open_tickets);
         ArrayResize(g_open_tickets,n+1,64);
         g_open_tickets[n]=OrderTicket();
      }
      else
      {
         int n=ArraySize(g_pending_tickets);
         ArrayResize(g_pending_tickets,n+1,64);
         g_pending_tickets[n]=OrderTicket();
      }
   }
}

int PositionsSelect()
{
   ReadTickets();
   return(ArraySize(g_open_tickets));
}

bool PositionByTicket(const long ticket,PositionRow &p)
{
   if(ticket<=0 || ticket>INT_MAX || !OrderSelect((int)ticket,SELECT_BY_TICKET) || !IsMarketType(OrderType()) || OrderCloseTime()!=0)
      return(false);
   p.ticket=OrderTicket();
   p.identifier=p.ticket;
   p.symbol=OrderSymbol();
   p.side=OrderType()==OP_BUY ? SIDE_BUY : SIDE_SELL;
   p.volume=OrderLots();
   p.price=OrderOpenPrice();
   p.sl=OrderStopLoss();
   p.tp=OrderTakeProfit();
   p.price_current=OrderClosePrice();
   p.profit=OrderProfit();
   p.swap=OrderSwap();
   p.commission=OrderCommission();
   p.magic=OrderMagicNumber();
   p.comment=OrderComment();
   p.time=ToUtcMs(OrderOpenTime());
   return(true);
}

bool PositionAt(const int index,PositionRow &p)
{
   return(index<ArraySize(g_open_tickets) && PositionByTicket(g_open_tickets[index],p));
}

void TakeOrderType(const int type,OrderRow &o)
{
   o.side=type==OP_BUY || type==OP_BUYLIMIT || type==OP_BUYSTOP ? SIDE_BUY : SIDE_SELL;
   o.kind=KIND_MARKET;
   if(type==OP_BUYLIMIT || type==OP_SELLLIMIT)
      o.kind=KIND_LIMIT;
   else if(type==OP_BUYSTOP || type==OP_SELLSTOP)
      o.kind=KIND_STOP;
}

//--- of the pending order the terminal has selected, living or gone
void ReadSelectedOrder(OrderRow &o)
{
   o.ticket=OrderTicket();
   o.symbol=OrderSymbol();
   TakeOrderType(OrderType(),o);
   o.volume_initial=OrderLots();
   o.volume=OrderLots();
   o.price=OrderOpenPrice();
   o.stoplimit=0;
   o.sl=OrderStopLoss();
   o.tp=OrderTakeProfit();
   o.expiry=OrderExpiration()>0 ? ToUtcMs(OrderExpiration()) : 0;
   o.magic=OrderMagicNumber();
   o.comment=OrderComment();
   o.time=ToUtcMs(OrderOpenTime());
   o.state="placed";
   o.time_done=0;
   o.position=0;
}

int OrdersSelect()
{
   ReadTickets();
   return(ArraySize(g_pending_tickets));
}

bool LiveOrderByTicket(const long ticket,OrderRow &o)
{
   if(ticket<=0 || ticket>INT_MAX || !OrderSelect((int)ticket,SELECT_BY_TICKET) || IsMarketType(OrderType()) || OrderCloseTime()!=0)
      return(false);
   ReadSelectedOrder(o);
   return(true);
}

bool OrderAt(const int index,OrderRow &o)
{
   return(index<ArraySize(g_pending_tickets) && LiveOrderByTicket(g_pending_tickets[index],o));
}
