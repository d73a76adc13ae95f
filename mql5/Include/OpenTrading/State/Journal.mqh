//+------------------------------------------------------------------+
//| Journal.mqh - every cid that came, and what became of it          |
//+------------------------------------------------------------------+
JournalEntry g_entries[];

int JournalAdd(const string cid)
{
   int n=ArraySize(g_entries);
   CidIndexGrow();
   ArrayResize(g_entries,n+1,1024);
   g_entries[n].cid=cid;
   CidIndexPut(cid,n);
   return(n);
}

//--- one line of the file into memory; false when it cannot have been written by us
bool JournalTake(const string line)
{
   JsonField fields[];
   string fault="";
   if(!JsonParse(line,fields))
      return(false);
   string kind=JsonString(fields,"kind");
   string cid=JsonString(fields,"cid");
   if(!IsCid(cid))
      return(false);
   int i=CidIndexFind(cid);
   if(kind=="result")
   {
      if(i<0)
         return(false);
      g_entries[i].state=ENTRY_RESULT;
      ReadResult(fields,g_entries[i].receipt,fault);
   }
   else if(kind=="intent" && i<0)
   {
      i=JournalAdd(cid);
      ReadIntent(fields,g_entries[i],fault);
   }
   else if(kind=="dead" && i<0)
   {
      i=JournalAdd(cid);
      g_entries[i].state=ENTRY_DEAD;
      ReceiptClear(g_entries[i].receipt);
   }
   else
      return(false);
   return(fault=="");
}

//--- the id in the first line, or "" when that is no header of ours
string JournalHeaderId(const string line)
{
   JsonField fields[];
   if(!JsonParse(line,fields) || JsonString(fields,"kind")!="journal")
      return("");
   return(JsonString(fields,"id"));
}

void JournalReadLines(const uchar &bytes[],string &header_id)
{
   int size=ArraySize(bytes);
   int begin=0;
   int number=0;
   for(int i=0; i<size; i++)
   {
      if(bytes[i]!='\n')
         continue;
      number++;
      string line=i>begin && IsUtf8(bytes,begin,i-begin) ? CharArrayToString(bytes,begin,i-begin,CP_UTF8) : "";
      // an empty line says that the one before it was torn
      bool torn=i+1<size && bytes[i+1]=='\n';
      bool closing=i==begin;
      begin=i+1;
      if(number==1)
         header_id=JournalHeaderId(line);
      else if(!closing && !torn && !JournalTake(line))
         JournalDamaged("line "+IntegerToString(number)+" cannot be read");
   }
   JournalMindTail(bytes,begin);
}

//--- False when this expert may not trade at all: the file is held by another or cannot be written.
bool JournalLoad()
{
   uchar bytes[];
   ArrayResize(g_entries,0,1024);
   CidIndexClear();
   g_journal_intact=true;
   g_journal_fault="";
   if(!JournalOpen(bytes))
      return(false);
   string expected=StateRead("journal.txt");
   string found="";
   JournalReadLines(bytes,found);
   if(expected=="" && ArraySize(bytes)==0)
   {
      string fresh=NewNonce();
      return(JournalAppend(JournalHeader(fresh)) && StateWrite("journal.txt",fresh));
   }
   if(ArraySize(bytes)==0)
   {
      JournalDamaged("orders.jsonl is gone although journal.txt remembers it");
      return(JournalAppend(JournalHeader("after-loss")));
   }
   if(expected=="" && found!="" && ArraySize(g_entries)==0)
      return(StateWrite("journal.txt",found));
   if(found=="" || found!=expected)
      JournalDamaged("orders.jsonl is not the file journal.txt remembers");
   return(true);
}

bool JournalIntent(const TradeOrder &o)
{
   int i=JournalAdd(o.cid);
   g_entries[i].state=ENTRY_INTENT;
   g_entries[i].op=o.op;
   g_entries[i].hash=o.hash;
   g_entries[i].login=AccountInfoInteger(ACCOUNT_LOGIN);
   g_entries[i].symbol=o.symbol;
   g_entries[i].side=o.side;
   g_entries[i].kind=o.kind;
   g_entries[i].volume=o.volume;
   g_entries[i].price=o.price;
   g_entries[i].sl=o.sl;
   g_entries[i].tp=o.tp;
   g_entries[i].magic=o.magic;
   g_entries[i].ticket=o.ticket;
   g_entries[i].order=o.order;
   g_entries[i].time=o.sent_at;
   ReceiptClear(g_entries[i].receipt);
   g_entries[i].receipt.outcome="unknown";
   if(JournalAppend(IntentJson(g_entries[i])))
      return(true);
   // nothing was sent; whether the line reached the disk is unknown, so the cid is spent
   g_entries[i].state=ENTRY_DEAD;
   JournalDamaged("an intent could not be written");
   return(false);
}

void JournalResult(const string cid,const Receipt &r)
{
   int i=CidIndexFind(cid);
   if(i<0)
      return;
   g_entries[i].state=ENTRY_RESULT;
   g_entries[i].receipt=r;
   if(!JournalAppend(ResultJson(cid,r,UtcNowMs())))
      JournalDamaged("a result could not be written");
}

bool JournalTombstone(const string cid)
{
   if(!JournalAppend(TombstoneJson(cid,UtcNowMs())))
      return(false);
   int i=JournalAdd(cid);
   g_entries[i].state=ENTRY_DEAD;
   ReceiptClear(g_entries[i].receipt);
   return(true);
}

string JournalCidOfPosition(const long position)
{
   for(int i=ArraySize(g_entries)-1; i>=0 && position>0; i--)
      if(g_entries[i].op=="send" && g_entries[i].receipt.position==position)
         return(g_entries[i].cid);
   return("");
}

string JournalCidOfOrder(const long order)
{
   for(int i=ArraySize(g_entries)-1; i>=0 && order>0; i--)
      if(g_entries[i].receipt.order==order && g_entries[i].op!="modify" && g_entries[i].op!="cancel")
         return(g_entries[i].cid);
   return("");
}

//--- the last close of a position that went through
int JournalCloseOf(const long position)
{
   for(int i=ArraySize(g_entries)-1; i>=0 && position>0; i--)
      if(g_entries[i].op=="close" && g_entries[i].ticket==position && g_entries[i].receipt.outcome!="rejected")
         return(i);
   return(-1);
}
