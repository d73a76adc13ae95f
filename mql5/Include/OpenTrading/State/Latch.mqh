//+------------------------------------------------------------------+
//| Latch.mqh - entries stay stopped until a human re-arms            |
//+------------------------------------------------------------------+
int  g_latch_level=0;   // 0 none, 1 stop entries, 2 cancel pending, 3 flatten
long g_latch_seq=0;     // the highest sequence number seen; lifting needs a higher one

string LatchPairs()
{
   return(LongPair("latch_level",g_latch_level)+","+LongPair("latch_seq",g_latch_seq));
}

//--- a file that is there and cannot be understood latches: a damaged guard is a closed gate
void LatchLoad()
{
   string text=StateRead("latch.txt");
   if(text=="" && !FileIsExist(StatePath("latch.txt")))
      return;
   JsonField fields[];
   string fault="";
   g_latch_level=1;
   if(!JsonParse(text,fields) || !JsonHas(fields,"level") || !JsonHas(fields,"seq"))
      return;
   long level=JsonLong(fields,"level",fault);
   long seq=JsonLong(fields,"seq",fault);
   if(fault!="" || level<0 || level>3 || seq<0)
      return;
   g_latch_level=(int)level;
   g_latch_seq=seq;
}

bool LatchSave()
{
   return(StateWrite("latch.txt","{"+LongPair("level",g_latch_level)+","+LongPair("seq",g_latch_seq)+"}"));
}

//--- never lowers the level; memory first, so that a full disk cannot keep the gate open
bool LatchSet(const int level,const long seq)
{
   if(level>g_latch_level)
      g_latch_level=level;
   if(seq>g_latch_seq)
      g_latch_seq=seq;
   return(LatchSave());
}

//--- file first, memory last: a failure leaves it latched
bool LatchLift(const long seq)
{
   int level=g_latch_level;
   long old=g_latch_seq;
   g_latch_level=0;
   g_latch_seq=seq;
   if(LatchSave())
      return(true);
   g_latch_level=level;
   g_latch_seq=old;
   return(false);
}

void OpLatch(const long id,const JsonField &fields[])
{
   string fault="";
   long level=JsonLong(fields,"level",fault);
   long seq=JsonLong(fields,"seq",fault);
   if(fault!="" || level<1 || level>3 || seq<0 || !JsonHas(fields,"seq"))
   {
      ReplyBadRequest(id,"latch needs level 1 to 3 and seq");
      return;
   }
   bool saved=LatchSet((int)level,seq);
   Print("OpenTrading: latched by the host, level ",g_latch_level);
   ReplyOk(id,LatchPairs()+","+BoolPair("saved",saved));
}

void OpRearm(const long id,const JsonField &fields[])
{
   string fault="";
   long seq=JsonLong(fields,"seq",fault);
   if(fault!="" || !JsonHas(fields,"seq"))
   {
      ReplyBadRequest(id,"rearm needs seq");
      return;
   }
   if(seq<=g_latch_seq)
   {
      ReplyWall(id,"latch",StringFormat("rearm seq %I64d is not above the latch's %I64d",seq,g_latch_seq));
      return;
   }
   if(!LatchLift(seq))
   {
      ReplyWall(id,"latch","the latch file cannot be written; the latch stays");
      return;
   }
   Print("OpenTrading: re-armed by the host");
   ReplyOk(id,LatchPairs());
}
