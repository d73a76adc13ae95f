//+------------------------------------------------------------------+
//| Execution.mqh - requests to the trade server (MT4)                |
//+------------------------------------------------------------------+
bool KindIsSupported(const OrderKind kind)
{
   return(kind==KIND_MARKET || kind==KIND_LIMIT || kind==KIND_STOP);
}

bool MagicFits(const long magic)
{
   return(magic>=0 && magic<=INT_MAX);
}

int CommandOf(const int side,const OrderKind kind)
{
   bool buy=side==SIDE_BUY;
   if(kind==KIND_LIMIT)
      return(buy ? OP_BUYLIMIT : OP_SELLLIMIT);
   if(kind==KIND_STOP)
      return(buy ? OP_BUYSTOP : OP_SELLSTOP);
   return(buy ? OP_BUY : OP_SELL);
}

double MarketPrice(const string symbol,const int side)
{
   return(MarketInfo(symbol,side==SIDE_BUY ? MODE_ASK : MODE_BID));
}

void TakeError(const int error,Receipt &r)
{
   r.native=error;
   r.outcome=IsUnknownError(error) ? "unknown" : "rejected";
   r.code=ErrorName(error);
   r.text="the terminal reports error "+IntegerToString(error);
   r.retryable=IsPassingError(error);
}

//--- Another expert trades at this moment: nothing leaves.
bool IsContextFree(Receipt &r)
{
   if(!IsTradeContextBusy())
      return(true);
   ReceiptRejected(r,"TRADE_CONTEXT_BUSY",ERR_TRADE_CONTEXT_BUSY,"the terminal's trade context is busy",true);
   return(false);
}

void ExecuteSend(const TradeOrder &o,Receipt &r)
{
   if(!IsContextFree(r))
      return;
   RefreshRates();
   int digits=SymbolDigits(o.symbol);
   double price=NormalizeDouble(o.price>0 && o.kind!=KIND_MARKET ? o.price : MarketPrice(o.symbol,o.side),digits);
   datetime expiration=o.expiry>0 ? ToServer(o.expiry) : (datetime)0;
   ResetLastError();
   int ticket=OrderSend(o.symbol,CommandOf(o.side,o.kind),o.volume,price,(int)MinLong(o.deviation,INT_MAX),NormalizeDouble(o.sl,digits),
                        NormalizeDouble(o.tp,digits),CommentOf(o.cid),(int)o.magic,expiration,clrNONE);
   if(ticket<=0)
   {
      TakeError(GetLastError(),r);
      return;
   }
   ReceiptDone(r,0);
   r.order=ticket;
   r.volume=o.volume;
   r.price=price;
   if(o.kind!=KIND_MARKET)
      return;
   r.position=ticket;
   r.deal=2*(long)ticket;
   if(OrderSelect(ticket,SELECT_BY_TICKET))
   {
      r.price=OrderOpenPrice();
      r.volume=OrderLots();
   }
}

//--- error 1 says that nothing changed, or that nobody knows: the levels decide
void TakeModify(const bool done,const long ticket,const TradeOrder &o,const double price,Receipt &r)
{
   int error=done ? ERR_NO_ERROR : GetLastError();
   if(done || error==ERR_NO_RESULT)
   {
      if(OrderSelect((int)ticket,SELECT_BY_TICKET))
      {
         int digits=SymbolDigits(OrderSymbol());
         bool same=SamePrice(OrderStopLoss(),o.sl,digits) && SamePrice(OrderTakeProfit(),o.tp,digits) && SamePrice(OrderOpenPrice(),price,digits);
         if(done || same)
         {
            ReceiptDone(r,error);
            return;
         }
      }
   }
   TakeError(error,r);
}

void ExecuteModifyPosition(const TradeOrder &o,const PositionRow &p,Receipt &r)
{
   if(!IsContextFree(r))
      return;
   int digits=SymbolDigits(p.symbol);
   ResetLastError();
   bool done=OrderModify((int)p.ticket,p.price,NormalizeDouble(o.sl,digits),NormalizeDouble(o.tp,digits),0,clrNONE);
   TakeModify(done,p.ticket,o,p.price,r);
   r.position=p.ticket;
   r.volume=p.volume;
}

void ExecuteModifyOrder(const TradeOrder &o,const OrderRow &live,Receipt &r)
{
   if(!IsContextFree(r))
      return;
   int digits=SymbolDigits(live.symbol);
   double price=NormalizeDouble(o.price,digits);
   datetime expiration=o.expiry>0 ? ToServer(o.expiry) : (datetime)0;
   ResetLastError();
   bool done=OrderModify((int)live.ticket,price,NormalizeDouble(o.sl,digits),NormalizeDouble(o.tp,digits),expiration,clrNONE);
   TakeModify(done,live.ticket,o,price,r);
   r.order=live.ticket;
   r.price=price;
   r.volume=live.volume;
}

//--- The rest of a partial close is a new ticket: it becomes the answer's position.
void ExecuteClose(const TradeOrder &o,const PositionRow &p,Receipt &r)
{
   if(!IsContextFree(r))
      return;
   RefreshRates();
   double price=NormalizeDouble(MarketPrice(p.symbol,o.side),SymbolDigits(p.symbol));
   ResetLastError();
   if(!OrderClose((int)p.ticket,o.volume,price,(int)MinLong(o.deviation,INT_MAX),clrNONE))
   {
      TakeError(GetLastError(),r);
      r.position=p.ticket;
      return;
   }
   ReceiptDone(r,0);
   r.order=p.ticket;
   r.deal=2*p.ticket+1;
   r.position=p.ticket;
   r.volume=o.volume;
   r.price=price;
   string comment="";
   if(OrderSelect((int)p.ticket,SELECT_BY_TICKET))
   {
      r.price=OrderClosePrice();
      comment=OrderComment();
   }
   if(SameVolume(o.volume,p.volume))
      return;
   long rest=NumberBehind(comment,"to #");
   r.position=rest>0 ? rest : FindRest(p,o.volume);
}

//--- a broker that writes its own comments: the ticket with what is left, opened when the closed one was
long FindRest(const PositionRow &closed,const double volume)
{
   int total=PositionsSelect();
   for(int i=0; i<total; i++)
   {
      PositionRow p;
      if(PositionAt(i,p) && p.symbol==closed.symbol && p.side==closed.side && p.magic==closed.magic && p.time==closed.time
         && p.price==closed.price && SameVolume(p.volume,closed.volume-volume))
         return(p.ticket);
   }
   return(closed.ticket);
}

void ExecuteCancel(const TradeOrder &o,const OrderRow &live,Receipt &r)
{
   if(!IsContextFree(r))
      return;
   ResetLastError();
   if(OrderDelete((int)live.ticket,clrNONE))
      ReceiptDone(r,0);
   else
      TakeError(GetLastError(),r);
   r.order=live.ticket;
   r.volume=live.volume;
}
