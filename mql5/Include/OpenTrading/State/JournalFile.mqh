//+------------------------------------------------------------------+
//| JournalFile.mqh - orders.jsonl: one writer, flushed line by line  |
//+------------------------------------------------------------------+
int    g_journal_file=INVALID_HANDLE;   // held open without sharing: a second expert in this terminal cannot trade
bool   g_journal_intact=false;          // every cid that ever came is in it
string g_journal_fault="";              // why it is not
bool   g_journal_torn=false;            // the last line on disk may lack its end

//--- the file with everything the expert promised about it: its id must be the one on record beside it
string JournalHeader(const string journal_id)
{
   return("{\"kind\":\"journal\","+TextPair("id",journal_id)+","+LongPair("time",UtcNowMs())+"}");
}

bool JournalAppend(const string json)
{
   if(g_journal_file==INVALID_HANDLE)
      return(false);
   uchar bytes[];
   // an empty line behind it marks a torn one
   int size=Utf8Bytes((g_journal_torn ? "\n\n" : "")+json+"\n",bytes);
   g_journal_torn=(int)FileWriteArray(g_journal_file,bytes,0,size)!=size;
   FileFlush(g_journal_file);
   return(!g_journal_torn);
}

void JournalDamaged(const string why)
{
   g_journal_intact=false;
   g_journal_fault=why;
   Print("OpenTrading: order journal: ",why);
}

//--- bytes of the whole file; false when another expert holds it
bool JournalOpen(uchar &bytes[])
{
   string path=StatePath("orders.jsonl");
   g_journal_file=FileOpen(path,FILE_READ|FILE_WRITE|FILE_BIN);
   if(g_journal_file==INVALID_HANDLE)
   {
      g_journal_fault="orders.jsonl cannot be opened; does another expert of this kind run in this terminal?";
      return(false);
   }
   int size=(int)FileSize(g_journal_file);
   ArrayResize(bytes,0);
   return(size==0 || (int)FileReadArray(g_journal_file,bytes,0,size)==size);
}

//--- A last line without its end was cut by a crash: of an intent before OrderSend could run, of a result after it ran.
//--- The first needs nothing, the second is looked up like any intent without a result.
void JournalMindTail(const uchar &bytes[],const int good)
{
   FileSeek(g_journal_file,0,SEEK_END);
   g_journal_torn=good<ArraySize(bytes);
   if(g_journal_torn)
      Print("OpenTrading: order journal: the last line is torn, ",ArraySize(bytes)-good," bytes are left out");
}

void JournalCloseFile()
{
   if(g_journal_file!=INVALID_HANDLE)
      FileClose(g_journal_file);
   g_journal_file=INVALID_HANDLE;
}
