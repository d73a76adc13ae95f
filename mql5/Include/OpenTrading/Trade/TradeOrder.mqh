//+------------------------------------------------------------------+
//| TradeOrder.mqh - a request that trades, read from the wire        |
//+------------------------------------------------------------------+
struct TradeOrder
{
   string    cid;
   string    op;
   string    hash;         // of everything that makes it this order and no other
   string    symbol;
   int       side;
   OrderKind kind;
   double    volume;
   double    price;
   double    stoplimit;
   double    sl;
   double    tp;
   long      deviation;    // points
   long      magic;
   long      expiry;       // UTC milliseconds, 0 = good till cancelled
   long      max_spread;   // points, 0 = any
   long      ticket;       // position to modify or close
   long      order;        // pending order to modify or cancel
   bool      has_volume;
   bool      has_price;
   bool      has_sl;
   bool      has_tp;
   bool      has_expiry;
   long      sent_at;      // UTC milliseconds
};

//--- the same for the same order however its numbers are spelt; id and beat are the envelope
string OrderHash(const string op,const JsonField &fields[])
{
   string text=op+"|"+JsonString(fields,"symbol")+"|"+JsonString(fields,"side")+"|"+JsonString(fields,"type");
   string keys[];
   int total=SplitList("volume,price,stoplimit,sl,tp,deviation,magic,expiry,max_spread,ticket,order",keys);
   for(int i=0; i<total; i++)
      text+="|"+JsonCanonical(fields,keys[i]);
   return(Part(Sha256Hex(text),0,16));
}

//--- Reads every field once. fault names the fields that are not plain numbers.
void ReadOrder(const string op,const JsonField &fields[],TradeOrder &o,string &fault)
{
   o.cid=JsonString(fields,"cid");
   o.op=op;
   o.hash=OrderHash(op,fields);
   o.symbol=JsonString(fields,"symbol");
   o.side=JsonString(fields,"side")=="sell" ? SIDE_SELL : SIDE_BUY;
   o.kind=KindOf(JsonString(fields,"type","market"));
   o.volume=JsonDouble(fields,"volume",fault);
   o.price=JsonDouble(fields,"price",fault);
   o.stoplimit=JsonDouble(fields,"stoplimit",fault);
   o.sl=JsonDouble(fields,"sl",fault);
   o.tp=JsonDouble(fields,"tp",fault);
   o.deviation=JsonLong(fields,"deviation",fault);
   o.magic=JsonLong(fields,"magic",fault);
   o.expiry=JsonLong(fields,"expiry",fault);
   o.max_spread=JsonLong(fields,"max_spread",fault);
   o.ticket=JsonLong(fields,"ticket",fault);
   o.order=JsonLong(fields,"order",fault);
   o.has_volume=JsonHas(fields,"volume");
   o.has_price=JsonHas(fields,"price");
   o.has_sl=JsonHas(fields,"sl");
   o.has_tp=JsonHas(fields,"tp");
   o.has_expiry=JsonHas(fields,"expiry");
   o.sent_at=UtcNowMs();
}

//--- nothing of it may be negative
bool HasNegative(const TradeOrder &o)
{
   return(o.volume<0 || o.price<0 || o.stoplimit<0 || o.sl<0 || o.tp<0 || o.deviation<0 || o.magic<0 || o.expiry<0
          || o.max_spread<0 || o.ticket<0 || o.order<0);
}

string CommentOf(const string cid)
{
   return(cid=="" ? "" : OT_COMMENT_TAG+cid);
}
