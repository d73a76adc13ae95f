//+------------------------------------------------------------------+
//| Watch.mqh - what changed in positions, orders and deals           |
//+------------------------------------------------------------------+
//--- The terminal's own trade events may come in any order or overflow; comparing with what was seen last cannot miss a change.
#define OT_WATCH_MS        250
#define OT_DEAL_WINDOW_MS  120000   // deals may appear this much behind the newest one

PositionRow g_seen_positions[];
OrderRow    g_seen_orders[];
long        g_seen_deals[];         // deal tickets inside the window
long        g_seen_deal_time=0;     // of the newest deal, server milliseconds: the UTC offset may change under us
long        g_deals_from=0;         // older deals belong to the host's resync
long        g_deals_shift=0;        // offset of the server's clock when the window was laid
long        g_top_deal=0;           // highest deal ticket seen
bool        g_watch_asked=false;
long        g_watch_at=0;

string TradeEventBody(const string kind,const long deal,const long order,const long position,const long identifier,const string symbol,
                      const int side,const double volume,const double price,const string cid,const long magic,const long time)
{
   return(TextPair("kind",kind)+","+LongPair("deal",deal)+","+LongPair("order",order)+","+LongPair("position",position)+","
          +LongPair("identifier",identifier)+","+TextPair("symbol",symbol)+","+TextPair("side",SideName(side))+","
          +DecimalPair("volume",volume)+","+FixedPair("price",price,SymbolDigits(symbol))+","+TextPair("cid",cid)+","
          +LongPair("magic",magic)+","+LongPair("time",time));
}

void TellDeal(const DealRow &d)
{
   int money=MoneyDigits();
   EventSend("trade",TradeEventBody("deal",d.deal,d.order,PositionTicketOf(d.position),d.position,d.symbol,d.side,d.volume,d.price,CidOfDeal(d),d.magic,d.time)+","
             +FixedPair("profit",d.profit,money)+","+FixedPair("swap",d.swap,money)+","+FixedPair("commission",d.commission,money)+","
             +TextPair("entry",d.entry)+","+TextPair("booking",d.booking)+","+TextPair("reason",d.reason));
}

void TellOrder(const string kind,const OrderRow &o)
{
   int digits=SymbolDigits(o.symbol);
   long time=o.time_done>0 ? o.time_done : (kind=="order_placed" ? o.time : UtcNowMs());
   EventSend("trade",TradeEventBody(kind,0,o.ticket,o.position,o.position,o.symbol,o.side,o.volume,o.price,CidOfOrder(o),o.magic,time)+","
             +"\"profit\":0,\"swap\":0,\"commission\":0,"+TextPair("order_type",KindName(o.kind))+","+FixedPair("stoplimit",o.stoplimit,digits)+","
             +FixedPair("sl",o.sl,digits)+","+FixedPair("tp",o.tp,digits)+","+LongPair("expiry",o.expiry)+","+TextPair("state",o.state));
}

void TellPosition(const PositionRow &p)
{
   int digits=SymbolDigits(p.symbol);
   int money=MoneyDigits();
   EventSend("trade",TradeEventBody("position_modified",0,0,p.ticket,p.identifier,p.symbol,p.side,p.volume,p.price,CidOfPosition(p),p.magic,UtcNowMs())+","
             +FixedPair("profit",p.profit,money)+","+FixedPair("swap",p.swap,money)+","+FixedPair("commission",p.commission,money)+","
             +FixedPair("sl",p.sl,digits)+","+FixedPair("tp",p.tp,digits));
}

long PositionTicketOf(const long identifier)
{
   for(int i=0; i<ArraySize(g_seen_positions); i++)
      if(g_seen_positions[i].identifier==identifier)
         return(g_seen_positions[i].ticket);
   return(identifier);
}

//--- the terminal said that something happened
void WatchAsk()
{
   g_watch_asked=true;
}

//--- takes what is there as known: the host asks for it after each welcome
void WatchRestart()
{
   WatchPositions(false);
   WatchOrders(false);
   ArrayResize(g_seen_deals,0,256);
   WatchDealsFromNow();
   WatchDeals(false);
   g_watch_asked=false;
}

void WatchPump()
{
   long now=NowMs();
   if(g_link_state!=LINK_READY || (!g_watch_asked && now-g_watch_at<OT_WATCH_MS))
      return;
   g_watch_asked=false;
   g_watch_at=now;
   WatchPositions(true);
   WatchOrders(true);
   WatchDeals(true);
}

void WatchPositions(const bool tell)
{
   PositionRow now[];
   int total=PositionsSelect();
   ArrayResize(now,total);
   int n=0;
   for(int i=0; i<total; i++)
      if(PositionAt(i,now[n]))
         n++;
   ArrayResize(now,n);
   for(int i=0; i<n && tell; i++)
      for(int k=0; k<ArraySize(g_seen_positions); k++)
         if(g_seen_positions[k].identifier==now[i].identifier)
         {
            if(g_seen_positions[k].sl!=now[i].sl || g_seen_positions[k].tp!=now[i].tp || g_seen_positions[k].ticket!=now[i].ticket)
               TellPosition(now[i]);
            break;
         }
   ArrayResize(g_seen_positions,n);
   for(int i=0; i<n; i++)
      g_seen_positions[i]=now[i];
}

bool SameOrder(const OrderRow &a,const OrderRow &b)
{
   return(a.price==b.price && a.stoplimit==b.stoplimit && a.sl==b.sl && a.tp==b.tp && a.expiry==b.expiry);
}

int SeenOrder(const OrderRow &orders[],const long ticket)
{
   for(int i=0; i<ArraySize(orders); i++)
      if(orders[i].ticket==ticket)
         return(i);
   return(-1);
}

void WatchOrders(const bool tell)
{
   OrderRow now[];
   int total=OrdersSelect();
   ArrayResize(now,total);
   int n=0;
   for(int i=0; i<total; i++)
      if(OrderAt(i,now[n]))
         n++;
   ArrayResize(now,n);
   for(int i=0; i<n && tell; i++)
   {
      int k=SeenOrder(g_seen_orders,now[i].ticket);
      if(k<0)
         TellOrder("order_placed",now[i]);
      else if(!SameOrder(g_seen_orders[k],now[i]))
         TellOrder("order_modified",now[i]);
   }
   for(int k=0; k<ArraySize(g_seen_orders) && tell; k++)
      if(SeenOrder(now,g_seen_orders[k].ticket)<0)
         TellGoneOrder(g_seen_orders[k]);
   ArrayResize(g_seen_orders,n);
   for(int i=0; i<n; i++)
      g_seen_orders[i]=now[i];
}

//--- a filled order is told by its deals
void TellGoneOrder(const OrderRow &seen)
{
   OrderRow order;
   if(!PastOrderByTicket(seen.ticket,order))
      return;
   if(order.state=="canceled")
      TellOrder("order_canceled",order);
   else if(order.state=="expired")
      TellOrder("order_expired",order);
   else if(order.state=="rejected")
      TellOrder("order_rejected",order);
}

void WatchDealsFromNow()
{
   g_deals_from=(long)ServerNow()*1000-OT_DEAL_WINDOW_MS;
   g_seen_deal_time=0;
   g_deals_shift=ServerOffset()*1000;
}

void WatchDeals(const bool tell)
{
   long shift=ServerOffset()*1000;
   // A clock that was set moves the window: what comes into it by that is old, its ticket says so.
   bool moved=shift!=g_deals_shift;
   if(moved)
      WatchDealsFromNow();
   long newest=(long)ServerNow()*1000;
   long from=MaxLong(g_deals_from,g_seen_deal_time-OT_DEAL_WINDOW_MS);
   long kept[];
   int total=DealsSelect(from-shift,UtcNowMs()+86400000);
   ArrayResize(kept,0,total+16);
   for(int i=0; i<total; i++)
   {
      DealRow deal;
      if(!DealAt(i,deal))
         continue;
      int n=ArraySize(kept);
      ArrayResize(kept,n+1,256);
      kept[n]=deal.deal;
      bool known=false;
      for(int k=ArraySize(g_seen_deals)-1; k>=0 && !known; k--)
         known=g_seen_deals[k]==deal.deal;
      if(!known && tell && !(moved && deal.deal<=g_top_deal))
         TellDeal(deal);
      g_top_deal=MaxLong(g_top_deal,deal.deal);
      g_seen_deal_time=MaxLong(g_seen_deal_time,MinLong(deal.time+shift,newest));
   }
   ArrayResize(g_seen_deals,ArraySize(kept),256);
   for(int i=0; i<ArraySize(kept); i++)
      g_seen_deals[i]=kept[i];
}
