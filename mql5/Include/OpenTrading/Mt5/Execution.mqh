//+------------------------------------------------------------------+
//| Execution.mqh - requests to the trade server (MT5)                |
//+------------------------------------------------------------------+
bool KindIsSupported(const OrderKind kind)
{
   return(kind!=KIND_NONE);
}

bool MagicFits(const long magic)
{
   return(magic>=0);
}

ENUM_ORDER_TYPE OrderTypeOf(const int side,const OrderKind kind)
{
   bool buy=side==SIDE_BUY;
   if(kind==KIND_LIMIT)
      return(buy ? ORDER_TYPE_BUY_LIMIT : ORDER_TYPE_SELL_LIMIT);
   if(kind==KIND_STOP)
      return(buy ? ORDER_TYPE_BUY_STOP : ORDER_TYPE_SELL_STOP);
   if(kind==KIND_STOP_LIMIT)
      return(buy ? ORDER_TYPE_BUY_STOP_LIMIT : ORDER_TYPE_SELL_STOP_LIMIT);
   return(buy ? ORDER_TYPE_BUY : ORDER_TYPE_SELL);
}

double MarketPrice(const string symbol,const int side)
{
   return(SymbolInfoDouble(symbol,side==SIDE_BUY ? SYMBOL_ASK : SYMBOL_BID));
}

void TakeResult(const MqlTradeResult &result,Receipt &r)
{
   r.native=result.retcode;
   r.order=(long)result.order;
   r.deal=(long)result.deal;
   r.volume=result.volume;
   r.price=result.price;
   if(IsGoodRetcode(result.retcode))
   {
      ReceiptDone(r,result.retcode);
      return;
   }
   r.outcome=IsUnknownRetcode(result.retcode) ? "unknown" : "rejected";
   r.code=RetcodeName(result.retcode);
   r.text=result.comment;
   r.retryable=IsPassingRetcode(result.retcode);
}

//--- A code of 0 means that the terminal refused before anything left; its error number says why.
void SendOnce(MqlTradeRequest &request,Receipt &r)
{
   MqlTradeResult result;
   ZeroMemory(result);
   ResetLastError();
   bool sent=OrderSend(request,result);
   if(!sent && result.retcode==0)
   {
      ReceiptRejected(r,"TERMINAL",GetLastError(),"the terminal did not send the request",false);
      return;
   }
   TakeResult(result,r);
}

//--- OrderCheck asks the terminal first; the next policy is tried after INVALID_FILL and nothing else
void SendNegotiated(MqlTradeRequest &request,const bool pending,Receipt &r)
{
   ENUM_ORDER_TYPE_FILLING policies[];
   FillingPolicies(request.symbol,pending,policies);
   for(int i=0; i<ArraySize(policies); i++)
   {
      MqlTradeCheckResult check;
      ZeroMemory(check);
      request.type_filling=policies[i];
      ResetLastError();
      if(!OrderCheck(request,check))
      {
         ReceiptRejected(r,RetcodeName(check.retcode),check.retcode,check.comment,IsPassingRetcode(check.retcode));
         if(check.retcode==TRADE_RETCODE_INVALID_FILL)
            continue;
         return;
      }
      SendOnce(request,r);
      if(r.native!=TRADE_RETCODE_INVALID_FILL)
         return;
   }
}

void SetExpiry(MqlTradeRequest &request,const string symbol,const long expiry)
{
   request.type_time=ORDER_TIME_GTC;
   request.expiration=0;
   if(expiry<=0)
      return;
   request.expiration=ToServer(expiry);
   long modes=SymbolInfoInteger(symbol,SYMBOL_EXPIRATION_MODE);
   request.type_time=(modes&SYMBOL_EXPIRATION_SPECIFIED)!=0 ? ORDER_TIME_SPECIFIED : ORDER_TIME_SPECIFIED_DAY;
}

//--- the deal knows the position and, under market execution, the price
void CompleteFromDeal(Receipt &r)
{
   if(r.deal<=0 || !HistoryDealSelect((ulong)r.deal))
      return;
   r.position=HistoryDealGetInteger((ulong)r.deal,DEAL_POSITION_ID);
   if(r.price<=0)
      r.price=HistoryDealGetDouble((ulong)r.deal,DEAL_PRICE);
   if(r.volume<=0)
      r.volume=HistoryDealGetDouble((ulong)r.deal,DEAL_VOLUME);
}

void ExecuteSend(const TradeOrder &o,Receipt &r)
{
   int digits=SymbolDigits(o.symbol);
   bool pending=o.kind!=KIND_MARKET;
   MqlTradeRequest request;
   ZeroMemory(request);
   request.action=pending ? TRADE_ACTION_PENDING : TRADE_ACTION_DEAL;
   request.magic=(ulong)o.magic;
   request.symbol=o.symbol;
   request.volume=o.volume;
   request.type=OrderTypeOf(o.side,o.kind);
   request.price=NormalizeDouble(o.price>0 ? o.price : MarketPrice(o.symbol,o.side),digits);
   request.stoplimit=NormalizeDouble(o.stoplimit,digits);
   request.sl=NormalizeDouble(o.sl,digits);
   request.tp=NormalizeDouble(o.tp,digits);
   request.deviation=(ulong)o.deviation;
   request.comment=CommentOf(o.cid);
   SetExpiry(request,o.symbol,o.expiry);
   SendNegotiated(request,pending,r);
   CompleteFromDeal(r);
   if(r.outcome=="done" && pending && r.price<=0)
      r.price=request.price;
   if(r.outcome=="done" && !pending && r.position==0 && !IsNetting())
      r.position=r.order;
}

void ExecuteModifyPosition(const TradeOrder &o,const PositionRow &p,Receipt &r)
{
   int digits=SymbolDigits(p.symbol);
   MqlTradeRequest request;
   ZeroMemory(request);
   request.action=TRADE_ACTION_SLTP;
   request.symbol=p.symbol;
   request.position=(ulong)p.ticket;
   request.sl=NormalizeDouble(o.sl,digits);
   request.tp=NormalizeDouble(o.tp,digits);
   request.magic=(ulong)p.magic;
   SendOnce(request,r);
   if(r.native==TRADE_RETCODE_NO_CHANGES)
      ReceiptDone(r,r.native);
   r.position=p.ticket;
   r.volume=p.volume;
}

void ExecuteModifyOrder(const TradeOrder &o,const OrderRow &live,Receipt &r)
{
   int digits=SymbolDigits(live.symbol);
   MqlTradeRequest request;
   ZeroMemory(request);
   request.action=TRADE_ACTION_MODIFY;
   request.order=(ulong)live.ticket;
   request.symbol=live.symbol;
   request.type=OrderTypeOf(live.side,live.kind);
   request.volume=live.volume;
   request.price=NormalizeDouble(o.price,digits);
   request.stoplimit=NormalizeDouble(o.stoplimit,digits);
   request.sl=NormalizeDouble(o.sl,digits);
   request.tp=NormalizeDouble(o.tp,digits);
   request.magic=(ulong)live.magic;
   SetExpiry(request,live.symbol,o.expiry);
   SendOnce(request,r);
   if(r.native==TRADE_RETCODE_NO_CHANGES)
      ReceiptDone(r,r.native);
   r.order=live.ticket;
   r.price=request.price;
   r.volume=live.volume;
}

void ExecuteClose(const TradeOrder &o,const PositionRow &p,Receipt &r)
{
   MqlTradeRequest request;
   ZeroMemory(request);
   request.action=TRADE_ACTION_DEAL;
   request.position=(ulong)p.ticket;
   request.symbol=p.symbol;
   request.volume=o.volume;
   request.type=p.side==SIDE_BUY ? ORDER_TYPE_SELL : ORDER_TYPE_BUY;
   request.price=NormalizeDouble(MarketPrice(p.symbol,o.side),SymbolDigits(p.symbol));
   request.deviation=(ulong)o.deviation;
   request.magic=(ulong)p.magic;
   request.comment=CommentOf(o.cid);
   SendNegotiated(request,false,r);
   CompleteFromDeal(r);
   r.position=p.ticket;
}

void ExecuteCancel(const TradeOrder &o,const OrderRow &live,Receipt &r)
{
   MqlTradeRequest request;
   ZeroMemory(request);
   request.action=TRADE_ACTION_REMOVE;
   request.order=(ulong)live.ticket;
   request.symbol=live.symbol;
   SendOnce(request,r);
   r.order=live.ticket;
   r.volume=live.volume;
}
