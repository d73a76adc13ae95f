//+------------------------------------------------------------------+
//| Receipt.mqh - what came of a request                              |
//+------------------------------------------------------------------+
struct Receipt
{
   string outcome;         // done, rejected, unknown
   long   native;          // retcode (MT5) or error (MT4)
   string code;            // its name when the outcome is not done
   string text;
   bool   retryable;
   long   order;
   long   deal;
   long   position;
   double volume;          // filled or placed
   double price;
   double volume_left;     // of the position after a partial close
   bool   has_left;
   long   closed;          // flatten
   long   cancelled;
   long   failed;
};

void ReceiptClear(Receipt &r)
{
   ZeroMemory(r);
   r.outcome="rejected";
   r.code="";
   r.text="";
}

void ReceiptDone(Receipt &r,const long native)
{
   r.outcome="done";
   r.native=native;
   r.code="";
   r.text="";
   r.retryable=false;
}

//--- decided by the expert or the terminal: nothing was sent
void ReceiptRejected(Receipt &r,const string code,const long native,const string text,const bool retryable)
{
   r.outcome="rejected";
   r.native=native;
   r.code=code;
   r.text=text;
   r.retryable=retryable;
}

string ReceiptPairs(const string op,const string cid,const Receipt &r,const int digits)
{
   string body=TextPair("outcome",r.outcome)+","+LongPair("native",r.native)+","+LongPair("order",r.order)+","
               +LongPair("deal",r.deal)+","+LongPair("position",r.position)+","+DecimalPair("volume",r.volume)+","
               +FixedPair("price",r.price,digits)+","+TextPair("cid",cid);
   if(r.has_left)
      body+=","+DecimalPair("volume_left",r.volume_left);
   if(op=="flatten")
      body+=","+LongPair("closed",r.closed)+","+LongPair("cancelled",r.cancelled)+","+LongPair("failed",r.failed);
   if(r.outcome!="done")
      body+=","+TextPair("code",r.code)+","+TextPair("text",r.text)+","+BoolPair("retryable",r.retryable);
   return(body);
}

void ReplyReceipt(const long id,const string op,const string cid,const string symbol,const Receipt &r,const bool duplicate)
{
   OutLine(ReplyHead(id,r.outcome=="done")+","+ReceiptPairs(op,cid,r,SymbolDigits(symbol))
           +(duplicate ? ",\"duplicate\":true" : "")+"}");
}
