//+------------------------------------------------------------------+
//| Past.mqh - deals and ended orders of MT5                          |
//+------------------------------------------------------------------+
//--- Selects by whole seconds, generously; callers look at the milliseconds.
bool SelectPast(const long from_ms,const long to_ms)
{
   return(HistorySelect(ToServer(from_ms>1000 ? from_ms-1000 : 0),ToServer(to_ms)+1));
}

int DealsSelect(const long from_ms,const long to_ms)
{
   return(SelectPast(from_ms,to_ms) ? HistoryDealsTotal() : 0);
}

string EntryName(const long type,const long entry)
{
   if(type!=DEAL_TYPE_BUY && type!=DEAL_TYPE_SELL)
      return("balance");
   if(entry==DEAL_ENTRY_IN)    return("in");
   if(entry==DEAL_ENTRY_OUT)   return("out");
   if(entry==DEAL_ENTRY_INOUT) return("inout");
   return("out_by");
}

//--- Only "balance" is the owner's own money; a cancelled deal and what a later terminal may book are "other".
string BookingName(const long type)
{
   if(type==DEAL_TYPE_BUY || type==DEAL_TYPE_SELL)
      return("");
   if(type==DEAL_TYPE_BALANCE)    return("balance");
   if(type==DEAL_TYPE_CREDIT)     return("credit");
   if(type==DEAL_TYPE_CHARGE)     return("charge");
   if(type==DEAL_TYPE_CORRECTION) return("correction");
   if(type==DEAL_TYPE_BONUS)      return("bonus");
   if(type==DEAL_TYPE_COMMISSION || type==DEAL_TYPE_COMMISSION_DAILY || type==DEAL_TYPE_COMMISSION_MONTHLY)
      return("commission");
   if(type==DEAL_TYPE_COMMISSION_AGENT_DAILY || type==DEAL_TYPE_COMMISSION_AGENT_MONTHLY)
      return("agent");
   if(type==DEAL_TYPE_INTEREST)   return("interest");
   if(type==DEAL_DIVIDEND || type==DEAL_DIVIDEND_FRANKED)
      return("dividend");
   if(type==DEAL_TAX)             return("tax");
   return("other");
}

string ReasonName(const long reason)
{
   if(reason==DEAL_REASON_CLIENT)           return("client");
   if(reason==DEAL_REASON_MOBILE)           return("mobile");
   if(reason==DEAL_REASON_WEB)              return("web");
   if(reason==DEAL_REASON_EXPERT)           return("expert");
   if(reason==DEAL_REASON_SL)               return("sl");
   if(reason==DEAL_REASON_TP)               return("tp");
   if(reason==DEAL_REASON_SO)               return("so");
   if(reason==DEAL_REASON_ROLLOVER)         return("rollover");
   if(reason==DEAL_REASON_VMARGIN)          return("vmargin");
   if(reason==DEAL_REASON_SPLIT)            return("split");
   if(reason==DEAL_REASON_CORPORATE_ACTION) return("corporate_action");
   return("other");
}

void ReadDeal(const ulong ticket,DealRow &d)
{
   long type=HistoryDealGetInteger(ticket,DEAL_TYPE);
   d.deal=(long)ticket;
   d.order=HistoryDealGetInteger(ticket,DEAL_ORDER);
   d.position=HistoryDealGetInteger(ticket,DEAL_POSITION_ID);
   d.symbol=HistoryDealGetString(ticket,DEAL_SYMBOL);
   d.side=type==DEAL_TYPE_SELL ? SIDE_SELL : SIDE_BUY;
   d.entry=EntryName(type,HistoryDealGetInteger(ticket,DEAL_ENTRY));
   d.booking=BookingName(type);
   d.volume=HistoryDealGetDouble(ticket,DEAL_VOLUME);
   d.price=HistoryDealGetDouble(ticket,DEAL_PRICE);
   d.profit=HistoryDealGetDouble(ticket,DEAL_PROFIT);
   d.swap=HistoryDealGetDouble(ticket,DEAL_SWAP);
   d.commission=HistoryDealGetDouble(ticket,DEAL_COMMISSION)+HistoryDealGetDouble(ticket,DEAL_FEE);
   d.reason=ReasonName(HistoryDealGetInteger(ticket,DEAL_REASON));
   d.magic=HistoryDealGetInteger(ticket,DEAL_MAGIC);
   d.comment=HistoryDealGetString(ticket,DEAL_COMMENT);
   d.time=MscToUtc(HistoryDealGetInteger(ticket,DEAL_TIME_MSC));
}

bool DealAt(const int index,DealRow &d)
{
   ulong ticket=HistoryDealGetTicket(index);
   if(ticket==0)
      return(false);
   ReadDeal(ticket,d);
   return(true);
}

int PastOrdersSelect(const long from_ms,const long to_ms)
{
   return(SelectPast(from_ms,to_ms) ? HistoryOrdersTotal() : 0);
}

void ReadPastOrder(const ulong ticket,OrderRow &o)
{
   o.ticket=(long)ticket;
   o.symbol=HistoryOrderGetString(ticket,ORDER_SYMBOL);
   TakeOrderType(HistoryOrderGetInteger(ticket,ORDER_TYPE),o);
   o.volume_initial=HistoryOrderGetDouble(ticket,ORDER_VOLUME_INITIAL);
   o.volume=HistoryOrderGetDouble(ticket,ORDER_VOLUME_CURRENT);
   o.price=HistoryOrderGetDouble(ticket,ORDER_PRICE_OPEN);
   o.stoplimit=HistoryOrderGetDouble(ticket,ORDER_PRICE_STOPLIMIT);
   o.sl=HistoryOrderGetDouble(ticket,ORDER_SL);
   o.tp=HistoryOrderGetDouble(ticket,ORDER_TP);
   long expiration=HistoryOrderGetInteger(ticket,ORDER_TIME_EXPIRATION);
   o.expiry=expiration>0 ? ToUtcMs((datetime)expiration) : 0;
   o.magic=HistoryOrderGetInteger(ticket,ORDER_MAGIC);
   o.comment=HistoryOrderGetString(ticket,ORDER_COMMENT);
   o.time=MscToUtc(HistoryOrderGetInteger(ticket,ORDER_TIME_SETUP_MSC));
   o.state=StateName(HistoryOrderGetInteger(ticket,ORDER_STATE));
   o.time_done=MscToUtc(HistoryOrderGetInteger(ticket,ORDER_TIME_DONE_MSC));
   o.position=HistoryOrderGetInteger(ticket,ORDER_POSITION_ID);
}

bool PastOrderAt(const int index,OrderRow &o)
{
   ulong ticket=HistoryOrderGetTicket(index);
   if(ticket==0)
      return(false);
   ReadPastOrder(ticket,o);
   return(true);
}

bool PastOrderByTicket(const long ticket,OrderRow &o)
{
   if(ticket<=0 || !HistoryOrderSelect((ulong)ticket))
      return(false);
   ReadPastOrder((ulong)ticket,o);
   return(true);
}

string CidOfDeal(const DealRow &deal)
{
   string cid=CidInComment(deal.comment);
   return(cid!="" ? cid : JournalCidOfOrder(deal.order));
}

//--- a position keeps its identifier for life
long RootOf(const long identifier)
{
   return(identifier);
}

//--- deals of a close carry its comment: the common search finds them
bool ClosesByTicket()
{
   return(false);
}

bool FindClose(const JournalEntry &e,Receipt &r)
{
   return(false);
}
