//+------------------------------------------------------------------+
//| Evidence.mqh - did an order without a known result reach the      |
//| broker?                                                           |
//+------------------------------------------------------------------+
#define OT_EVIDENCE_BEFORE_MS   5000     // clocks of terminal and server differ by this much
#define OT_EVIDENCE_AFTER_MS    120000   // a late execution is looked for this long
#define OT_EVIDENCE_HISTORY_MS  300000   // history is read from this long before the intent
#define OT_SETTLED_MS           10000    // a change that did not show by then did not happen
#define OT_SHORT_COMMENT        6        // tag and instance: less of a cut comment proves nothing

//--- what a comment says about a cid: 2 it names it, 1 it was cut and may have named it, 0 nothing
int CommentWeight(const string comment,const string cid)
{
   string whole=CommentOf(cid);
   if(comment==whole)
      return(2);
   int length=StringLen(comment);
   if(length>=OT_SHORT_COMMENT && length<StringLen(whole) && Part(whole,0,length)==comment)
      return(1);
   return(0);
}

//--- the search for one entry: what was found, and how sure it is
struct Search
{
   int     named;        // records whose comment names the cid
   int     cut;          // records that fit in everything, comment cut
   int     fitting;      // records that fit in everything but the comment
   Receipt receipt;      // of the best of them
};

void SearchTake(Search &s,const int weight,const long order,const long deal,const long position,const double volume,const double price)
{
   bool better=weight==2 ? s.named==0 : weight==1 ? s.named+s.cut==0 : s.named+s.cut+s.fitting==0;
   if(weight==2)
      s.named++;
   else if(weight==1)
      s.cut++;
   else
      s.fitting++;
   if(!better)
      return;
   ReceiptDone(s.receipt,0);
   s.receipt.order=order;
   s.receipt.deal=deal;
   s.receipt.position=position;
   s.receipt.volume=volume;
   s.receipt.price=price;
}

//--- equal in all the expert asked for, near enough in time, and no other cid's
bool Fits(const JournalEntry &e,const string symbol,const int side,const double volume,const long magic,const long time,const long order)
{
   return(symbol==e.symbol && side==e.side && volume<=e.volume+OT_VOLUME_GRAIN && magic==e.magic
          && time>=e.time-OT_EVIDENCE_BEFORE_MS && time<=e.time+OT_EVIDENCE_AFTER_MS && JournalCidOfOrder(order)=="");
}

void SearchDeals(const JournalEntry &e,Search &s)
{
   int total=DealsSelect(e.time-OT_EVIDENCE_HISTORY_MS,UtcNowMs()+86400000);
   double filled=0;
   for(int i=0; i<total; i++)
   {
      DealRow d;
      if(!DealAt(i,d) || d.entry=="balance")
         continue;
      int weight=CommentWeight(d.comment,e.cid);
      if(weight!=2 && !Fits(e,d.symbol,d.side,d.volume,d.magic,d.time,d.order))
         continue;
      if(weight==2)
         filled+=d.volume;
      // deals of one order are one piece of evidence
      if(s.receipt.order==d.order && d.order!=0)
         continue;
      SearchTake(s,weight,d.order,d.deal,d.position,d.volume,d.price);
   }
   if(s.named>0 && filled>0)
      s.receipt.volume=filled;
}

void SearchLiveOrders(const JournalEntry &e,Search &s)
{
   int total=OrdersSelect();
   for(int i=0; i<total; i++)
   {
      OrderRow o;
      if(!OrderAt(i,o))
         continue;
      int weight=CommentWeight(o.comment,e.cid);
      if(weight!=2 && (o.kind!=e.kind || !Fits(e,o.symbol,o.side,o.volume_initial,o.magic,o.time,o.ticket)))
         continue;
      SearchTake(s,weight,o.ticket,0,o.position,o.volume_initial,o.price);
   }
}

//--- orders that ended: filled ones were found by their deals
void SearchPastOrders(const JournalEntry &e,Search &s)
{
   int total=PastOrdersSelect(e.time-OT_EVIDENCE_HISTORY_MS,UtcNowMs()+86400000);
   for(int i=0; i<total; i++)
   {
      OrderRow o;
      if(!PastOrderAt(i,o) || o.ticket==s.receipt.order)
         continue;
      int weight=CommentWeight(o.comment,e.cid);
      if(weight!=2)
         continue;
      SearchTake(s,weight,o.ticket,0,o.position,o.volume_initial-o.volume,o.price);
      if(o.state=="rejected" || (o.kind==KIND_MARKET && SameVolume(o.volume,o.volume_initial)))
         ReceiptRejected(s.receipt,"REJECT",0,"the broker ended the order as "+o.state,false);
   }
}

//--- A position kept its comment although history is not there yet.
void SearchPositions(const JournalEntry &e,Search &s)
{
   int total=PositionsSelect();
   for(int i=0; i<total; i++)
   {
      PositionRow p;
      if(PositionAt(i,p) && CommentWeight(p.comment,e.cid)==2 && s.named==0)
         SearchTake(s,2,p.identifier,0,p.identifier,p.volume,p.price);
   }
}

//--- Looks an entry up. True when r holds the truth; else r says unknown, with the only candidate if there is one.
bool FindEvidence(const JournalEntry &e,Receipt &r)
{
   Search s;
   s.named=0;
   s.cut=0;
   s.fitting=0;
   ReceiptClear(s.receipt);
   if(e.login!=AccountInfoInteger(ACCOUNT_LOGIN))
   {
      r.outcome="unknown";
      r.code="OUTCOME_UNKNOWN";
      r.text=StringFormat("it went out on account %I64d, which is not logged in",e.login);
      return(false);
   }
   if(e.op=="modify" || e.op=="cancel")
      return(FindChange(e,r));
   if(e.op=="flatten")
      return(FindFlat(r));
   if(e.op=="close" && ClosesByTicket())
      return(FindClose(e,r));
   SearchDeals(e,s);
   if(e.op=="send")
   {
      SearchLiveOrders(e,s);
      SearchPositions(e,s);
   }
   SearchPastOrders(e,s);
   bool sure=s.named>0 || (s.cut==1 && s.fitting==0);
   if(sure || s.cut+s.fitting==1)
      r=s.receipt;
   if(sure)
      return(true);
   r.outcome="unknown";
   r.code="OUTCOME_UNKNOWN";
   r.retryable=false;
   r.text=s.cut+s.fitting==1 ? "one order fits but does not carry this cid; an operator has to confirm it"
          : s.cut+s.fitting>1 ? IntegerToString(s.cut+s.fitting)+" orders fit and none carries this cid"
          : "nothing that fits is in orders, positions, deals or history";
   return(false);
}

//--- unknown, unless the account is flat
bool FindFlat(Receipt &r)
{
   if(PositionsSelect()==0 && OrdersSelect()==0)
   {
      ReceiptDone(r,0);
      return(true);
   }
   r.outcome="unknown";
   r.code="OUTCOME_UNKNOWN";
   r.text="positions or orders are still there";
   return(false);
}

//--- not what was asked for: a refusal, once a late execution can no longer be on its way
bool NotAsAsked(const JournalEntry &e,Receipt &r,const string text)
{
   if(UtcNowMs()-e.time<OT_SETTLED_MS)
   {
      r.outcome="unknown";
      r.code="OUTCOME_UNKNOWN";
      r.text=text+", it may still come";
      return(false);
   }
   ReceiptRejected(r,"REJECT",0,text,false);
   return(true);
}

//--- changes carry no comment: the state of what they changed speaks
bool FindChange(const JournalEntry &e,Receipt &r)
{
   OrderRow o;
   PositionRow p;
   bool live=e.order>0 && LiveOrderByTicket(e.order,o);
   r.order=e.order;
   r.position=e.ticket;
   if(e.op=="cancel" && !live)
   {
      if(PastOrderByTicket(e.order,o) && o.state=="canceled")
      {
         ReceiptDone(r,0);
         return(true);
      }
   }
   else if(e.op=="cancel")
      return(NotAsAsked(e,r,"the order is still there"));
   else if(e.ticket>0 && PositionByTicket(e.ticket,p))
      return(JudgeLevels(e,p.symbol,p.sl,p.tp,p.price,r));
   else if(live)
      return(JudgeLevels(e,o.symbol,o.sl,o.tp,o.price,r));
   r.outcome="unknown";
   r.code="OUTCOME_UNKNOWN";
   r.text="what it changed is gone";
   return(false);
}

bool JudgeLevels(const JournalEntry &e,const string symbol,const double sl,const double tp,const double price,Receipt &r)
{
   int digits=SymbolDigits(symbol);
   bool same=SamePrice(e.sl,sl,digits) && SamePrice(e.tp,tp,digits) && (e.price==0 || SamePrice(e.price,price,digits));
   if(!same)
      return(NotAsAsked(e,r,"the levels are not those asked for"));
   ReceiptDone(r,0);
   return(true);
}
