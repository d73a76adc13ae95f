//+------------------------------------------------------------------+
//| Past.mqh - deals and ended orders, made from MT4's tickets        |
//+------------------------------------------------------------------+
//--- MT4 has no deals: a ticket's opening is deal 2 x ticket, its closing 2 x ticket + 1. What the user hides in the tab
//--- "Account History" is hidden from the expert, too.
#define OT_OP_BALANCE 6    // MQL4 has no name for it

DealRow  g_deals[];
OrderRow g_past_orders[];

//--- the comment without what MT4 appends to it when a level closes the ticket
string PlainComment(const string comment)
{
   int bracket=StringFind(comment,"[");
   return(bracket<0 ? comment : Part(comment,0,bracket));
}

string ReasonOf(const string comment,const long magic)
{
   if(StringFind(comment,"[sl]")>=0)
      return("sl");
   if(StringFind(comment,"[tp]")>=0)
      return("tp");
   if(StringFind(comment,"so:")>=0 || StringFind(comment,"[so")>=0)
      return("so");
   return(magic!=0 || CidInComment(comment)!="" ? "expert" : "client");
}

void AddDeal(const DealRow &deal,const long from,const long to)
{
   if(deal.time<from || deal.time>=to)
      return;
   int n=ArraySize(g_deals);
   ArrayResize(g_deals,n+1,256);
   while(n>0 && (g_deals[n-1].time>deal.time || (g_deals[n-1].time==deal.time && g_deals[n-1].deal>deal.deal)))
   {
      g_deals[n]=g_deals[n-1];
      n--;
   }
   g_deals[n]=deal;
}

//--- deals of the ticket the terminal has selected
void TakeTicket(const long from,const long to)
{
   int type=OrderType();
   DealRow d;
   d.order=OrderTicket();
   d.position=d.order;
   d.symbol=OrderSymbol();
   d.booking="";
   d.volume=OrderLots();
   d.magic=OrderMagicNumber();
   d.comment=OrderComment();
   d.swap=0;
   d.commission=0;
   d.profit=0;
   long opened=ToUtcMs(OrderOpenTime());
   long closed=OrderCloseTime()>0 ? ToUtcMs(OrderCloseTime()) : 0;
   if(type==OT_OP_BALANCE)
   {
      d.deal=2*d.order;
      d.entry="balance";
      d.booking="balance";
      d.side=SIDE_BUY;
      d.symbol="";
      d.volume=0;
      d.price=0;
      d.profit=OrderProfit();
      d.reason="client";
      d.time=opened;
      AddDeal(d,from,to);
      return;
   }
   if(!IsMarketType(type))
      return;
   d.reason=ReasonOf(d.comment,d.magic);
   if(closed>0)
   {
      d.deal=2*d.order+1;
      d.entry="out";
      d.side=type==OP_BUY ? SIDE_SELL : SIDE_BUY;
      d.price=OrderClosePrice();
      d.profit=OrderProfit();
      d.swap=OrderSwap();
      d.commission=OrderCommission();
      d.time=closed;
      AddDeal(d,from,to);
   }
   if(opened<from || opened>=to)
      return;
   d.deal=2*d.order;
   d.entry="in";
   d.side=type==OP_BUY ? SIDE_BUY : SIDE_SELL;
   d.price=OrderOpenPrice();
   d.profit=0;
   d.swap=0;
   d.commission=0;
   d.time=opened;
   d.reason=d.magic!=0 || CidInComment(PlainComment(d.comment))!="" ? "expert" : "client";
   if(ParentOf(d.order)!=0)
      return;
   d.volume=OpenedLots(d.order);
   AddDeal(d,from,to);
}

//--- Ends with no ticket selected that anybody relies on.
int DealsSelect(const long from_ms,const long to_ms)
{
   ArrayResize(g_deals,0,256);
   ReadSplits();
   int total=OrdersTotal();
   for(int i=0; i<total; i++)
      if(OrderSelect(i,SELECT_BY_POS,MODE_TRADES))
         TakeTicket(from_ms,to_ms);
   total=OrdersHistoryTotal();
   for(int i=0; i<total; i++)
      if(OrderSelect(i,SELECT_BY_POS,MODE_HISTORY))
         TakeTicket(from_ms,to_ms);
   return(ArraySize(g_deals));
}

bool DealAt(const int index,DealRow &d)
{
   if(index>=ArraySize(g_deals))
      return(false);
   d=g_deals[index];
   return(true);
}

//--- the closing of a ticket belongs to the cid that closed it, although the ticket keeps the comment of its opening
string CidOfDeal(const DealRow &deal)
{
   if(deal.entry=="out")
   {
      int entry=deal.reason=="sl" || deal.reason=="tp" || deal.reason=="so" ? -1 : JournalCloseOf(deal.position);
      return(entry>=0 ? g_entries[entry].cid : "");
   }
   string cid=CidInComment(PlainComment(deal.comment));
   return(cid!="" ? cid : JournalCidOfOrder(deal.order));
}

//--- a pending order that was deleted or ran out; false for a ticket that is anything else
bool ReadEndedOrder(OrderRow &o)
{
   if(IsMarketType(OrderType()) || OrderType()==OT_OP_BALANCE || OrderCloseTime()==0)
      return(false);
   ReadSelectedOrder(o);
   o.state=StringFind(o.comment,"[expiration]")>=0 ? "expired" : "canceled";
   o.time_done=ToUtcMs(OrderCloseTime());
   return(true);
}

//--- filled orders are seen by their deals
int PastOrdersSelect(const long from_ms,const long to_ms)
{
   ArrayResize(g_past_orders,0,256);
   int total=OrdersHistoryTotal();
   for(int i=0; i<total; i++)
   {
      OrderRow o;
      if(!OrderSelect(i,SELECT_BY_POS,MODE_HISTORY) || !ReadEndedOrder(o) || o.time_done<from_ms || o.time_done>=to_ms)
         continue;
      int n=ArraySize(g_past_orders);
      ArrayResize(g_past_orders,n+1,256);
      while(n>0 && g_past_orders[n-1].time_done>o.time_done)
      {
         g_past_orders[n]=g_past_orders[n-1];
         n--;
      }
      g_past_orders[n]=o;
   }
   return(ArraySize(g_past_orders));
}

bool PastOrderAt(const int index,OrderRow &o)
{
   if(index>=ArraySize(g_past_orders))
      return(false);
   o=g_past_orders[index];
   return(true);
}

bool PastOrderByTicket(const long ticket,OrderRow &o)
{
   return(ticket>0 && ticket<=INT_MAX && OrderSelect((int)ticket,SELECT_BY_TICKET) && ReadEndedOrder(o));
}
