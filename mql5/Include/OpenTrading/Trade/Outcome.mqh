//+------------------------------------------------------------------+
//| Outcome.mqh - cids that came before, and the op that asks         |
//+------------------------------------------------------------------+
//--- writes down what a look-up found
void Settle(const int entry)
{
   Receipt r;
   r=g_entries[entry].receipt;
   if(FindEvidence(g_entries[entry],r))
      JournalResult(g_entries[entry].cid,r);
   else
      g_entries[entry].receipt=r;
}

bool IsOpen(const JournalEntry &e)
{
   return(e.state==ENTRY_INTENT || (e.state==ENTRY_RESULT && e.receipt.outcome=="unknown"));
}

//--- a journal with a hole: the comment at the broker is the second witness
bool AdoptFromBroker(const TradeOrder &o)
{
   if(g_journal_intact)
      return(false);
   JournalEntry e;
   e.cid=o.cid;
   e.op=o.op;
   e.hash=o.hash;
   e.login=AccountInfoInteger(ACCOUNT_LOGIN);
   e.symbol=o.symbol;
   e.side=o.side;
   e.kind=o.kind;
   e.volume=o.volume;
   e.magic=o.magic;
   e.time=UtcNowMs()-86400000;
   Receipt r;
   ReceiptClear(r);
   if((o.op!="send" && o.op!="close") || !FindEvidence(e,r))
      return(false);
   if(!JournalIntent(o))
      return(false);
   JournalResult(o.cid,r);
   return(true);
}

//--- true when the request was answered from the journal and must not go out
bool SeenBefore(const long id,const TradeOrder &o)
{
   int entry=CidIndexFind(o.cid);
   if(entry<0 && AdoptFromBroker(o))
      entry=CidIndexFind(o.cid);
   if(entry<0)
      return(false);
   if(g_entries[entry].state==ENTRY_DEAD)
   {
      ReplyRefused(id,"CID_DEAD","this cid was declared never sent; a new order needs a new one");
      return(true);
   }
   if(g_entries[entry].hash!=o.hash)
   {
      ReplyRefused(id,"CID_CONFLICT","this cid belongs to another order");
      return(true);
   }
   if(IsOpen(g_entries[entry]))
      Settle(entry);
   ReplyReceipt(id,o.op,o.cid,g_entries[entry].symbol,g_entries[entry].receipt,true);
   return(true);
}

void OpOutcome(const long id,const JsonField &fields[])
{
   string cid=JsonString(fields,"cid");
   if(!IsCid(cid))
   {
      ReplyRefused(id,"BAD_CID","a cid is 16 characters 0-9 a-z");
      return;
   }
   int entry=CidIndexFind(cid);
   if(entry<0 && g_journal_file==INVALID_HANDLE)
   {
      ReplyOk(id,TextPair("outcome","unknown")+","+TextPair("cid",cid)+","+TextPair("text",g_journal_fault));
      return;
   }
   if(entry<0 && !g_journal_intact)
   {
      ReplyOk(id,TextPair("outcome","unknown")+","+TextPair("cid",cid)+","
              +TextPair("text","the order journal is not whole ("+g_journal_fault+"); this cid may have been sent"));
      return;
   }
   if(entry<0)
   {
      if(!JournalTombstone(cid))
      {
         ReplyOk(id,TextPair("outcome","unknown")+","+TextPair("cid",cid)+","+TextPair("text","the tombstone cannot be written"));
         return;
      }
      entry=CidIndexFind(cid);
   }
   if(g_entries[entry].state==ENTRY_DEAD)
   {
      ReplyOk(id,TextPair("outcome","never_sent")+","+TextPair("cid",cid));
      return;
   }
   if(IsOpen(g_entries[entry]))
      Settle(entry);
   ReplyOk(id,ReceiptPairs(g_entries[entry].op,cid,g_entries[entry].receipt,SymbolDigits(g_entries[entry].symbol))+","
           +TextPair("op",g_entries[entry].op)+","+LongPair("time",g_entries[entry].time));
}
