//+------------------------------------------------------------------+
//| JournalEntry.mqh - one cid in the expert's order journal          |
//+------------------------------------------------------------------+
enum EntryState
{
   ENTRY_INTENT,     // written before OrderSend; no result was written
   ENTRY_RESULT,
   ENTRY_DEAD        // a tombstone: asked for before it ever came
};

struct JournalEntry
{
   string     cid;
   EntryState state;
   string     op;
   string     hash;
   long       login;
   string     symbol;
   int        side;
   OrderKind  kind;
   double     volume;
   double     price;
   double     sl;
   double     tp;
   long       magic;
   long       ticket;    // position it closes or modifies
   long       order;     // pending order it changes or cancels
   long       time;      // UTC milliseconds
   Receipt    receipt;
};

string IntentJson(const JournalEntry &e)
{
   return("{\"kind\":\"intent\","+TextPair("cid",e.cid)+","+TextPair("op",e.op)+","+TextPair("hash",e.hash)+","+LongPair("login",e.login)+","
          +TextPair("symbol",e.symbol)+","+TextPair("side",SideName(e.side))+","+TextPair("type",KindName(e.kind))+","
          +DecimalPair("volume",e.volume)+","+DecimalPair("price",e.price)+","+DecimalPair("sl",e.sl)+","+DecimalPair("tp",e.tp)+","
          +LongPair("magic",e.magic)+","+LongPair("ticket",e.ticket)+","+LongPair("order",e.order)+","+LongPair("time",e.time)+"}");
}

string ResultJson(const string cid,const Receipt &r,const long time)
{
   return("{\"kind\":\"result\","+TextPair("cid",cid)+","+TextPair("outcome",r.outcome)+","+LongPair("native",r.native)+","
          +TextPair("code",r.code)+","+TextPair("text",r.text)+","+BoolPair("retryable",r.retryable)+","+LongPair("order",r.order)+","
          +LongPair("deal",r.deal)+","+LongPair("position",r.position)+","+DecimalPair("volume",r.volume)+","+DecimalPair("price",r.price)+","
          +DecimalPair("volume_left",r.volume_left)+","+BoolPair("has_left",r.has_left)+","+LongPair("closed",r.closed)+","
          +LongPair("cancelled",r.cancelled)+","+LongPair("failed",r.failed)+","+LongPair("time",time)+"}");
}

string TombstoneJson(const string cid,const long time)
{
   return("{\"kind\":\"dead\","+TextPair("cid",cid)+","+LongPair("time",time)+"}");
}

bool IsTrue(const JsonField &fields[],const string key)
{
   int i=JsonIndex(fields,key);
   return(i>=0 && fields[i].kind==JSON_WORD && fields[i].value=="true");
}

void ReadIntent(const JsonField &f[],JournalEntry &e,string &fault)
{
   e.state=ENTRY_INTENT;
   e.op=JsonString(f,"op");
   e.hash=JsonString(f,"hash");
   e.login=JsonLong(f,"login",fault);
   e.symbol=JsonString(f,"symbol");
   e.side=JsonString(f,"side")=="sell" ? SIDE_SELL : SIDE_BUY;
   e.kind=KindOf(JsonString(f,"type"));
   e.volume=JsonDouble(f,"volume",fault);
   e.price=JsonDouble(f,"price",fault);
   e.sl=JsonDouble(f,"sl",fault);
   e.tp=JsonDouble(f,"tp",fault);
   e.magic=JsonLong(f,"magic",fault);
   e.ticket=JsonLong(f,"ticket",fault);
   e.order=JsonLong(f,"order",fault);
   e.time=JsonLong(f,"time",fault);
   ReceiptClear(e.receipt);
   e.receipt.outcome="unknown";
}

void ReadResult(const JsonField &f[],Receipt &r,string &fault)
{
   r.outcome=JsonString(f,"outcome");
   r.native=JsonLong(f,"native",fault);
   r.code=JsonString(f,"code");
   r.text=JsonString(f,"text");
   r.retryable=IsTrue(f,"retryable");
   r.order=JsonLong(f,"order",fault);
   r.deal=JsonLong(f,"deal",fault);
   r.position=JsonLong(f,"position",fault);
   r.volume=JsonDouble(f,"volume",fault);
   r.price=JsonDouble(f,"price",fault);
   r.volume_left=JsonDouble(f,"volume_left",fault);
   r.has_left=IsTrue(f,"has_left");
   r.closed=JsonLong(f,"closed",fault);
   r.cancelled=JsonLong(f,"cancelled",fault);
   r.failed=JsonLong(f,"failed",fault);
}
