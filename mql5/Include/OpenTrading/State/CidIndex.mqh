//+------------------------------------------------------------------+
//| CidIndex.mqh - finds a cid among a hundred thousand               |
//+------------------------------------------------------------------+
int g_cid_slots[];      // open addressing: entry number + 1, 0 = free
int g_cid_used=0;

uint CidHash(const string cid)
{
   uint hash=2166136261;
   for(int i=0; i<StringLen(cid); i++)
      hash=(hash^(uint)StringGetCharacter(cid,i))*16777619;
   return(hash);
}

void CidIndexClear()
{
   ArrayResize(g_cid_slots,1024);
   ArrayInitialize(g_cid_slots,0);
   g_cid_used=0;
}

void CidIndexPut(const string cid,const int entry)
{
   uint mask=(uint)ArraySize(g_cid_slots)-1;
   uint slot=CidHash(cid)&mask;
   while(g_cid_slots[(int)slot]!=0)
      slot=(slot+1)&mask;
   g_cid_slots[(int)slot]=entry+1;
   g_cid_used++;
}

//--- the entry of this cid or -1
int CidIndexFind(const string cid)
{
   uint mask=(uint)ArraySize(g_cid_slots)-1;
   uint slot=CidHash(cid)&mask;
   while(g_cid_slots[(int)slot]!=0)
   {
      int entry=g_cid_slots[(int)slot]-1;
      if(g_entries[entry].cid==cid)
         return(entry);
      slot=(slot+1)&mask;
   }
   return(-1);
}

//--- twice the room when half of it is taken
void CidIndexGrow()
{
   if(g_cid_used*2<ArraySize(g_cid_slots))
      return;
   int size=ArraySize(g_cid_slots)*2;
   ArrayResize(g_cid_slots,size);
   ArrayInitialize(g_cid_slots,0);
   g_cid_used=0;
   for(int i=0; i<ArraySize(g_entries); i++)
      CidIndexPut(g_entries[i].cid,i);
}
