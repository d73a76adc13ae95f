//+------------------------------------------------------------------+
//| Splits.mqh - a partial close ends a ticket and begins another     |
//| (MT4)                                                             |
//+------------------------------------------------------------------+
long g_split_parents[];       // tickets that were closed in part
long g_split_rests[];         // the tickets that go on with what was left
int  g_split_history=-1;      // what the two were made from
int  g_split_entries=-1;

//--- the number behind a word in a comment, "to #123"; 0 when there is none
long NumberBehind(const string comment,const string word)
{
   int at=StringFind(comment,word);
   if(at<0)
      return(0);
   int from=at+StringLen(word);
   int end=from;
   while(end<StringLen(comment) && IsDigit(StringGetCharacter(comment,end)))
      end++;
   return(end>from ? StringToInteger(Part(comment,from,end-from)) : 0);
}

void AddSplit(const long parent,const long rest)
{
   if(rest<=0 || rest==parent)
      return;
   int n=ArraySize(g_split_parents);
   ArrayResize(g_split_parents,n+1,64);
   ArrayResize(g_split_rests,n+1,64);
   g_split_parents[n]=parent;
   g_split_rests[n]=rest;
}

//--- The terminal's comment tells of a split, or the journal when the broker writes comments of its own.
void ReadSplits()
{
   int history=OrdersHistoryTotal();
   int entries=ArraySize(g_entries);
   if(history==g_split_history && entries==g_split_entries)
      return;
   g_split_history=history;
   g_split_entries=entries;
   ArrayResize(g_split_parents,0,64);
   ArrayResize(g_split_rests,0,64);
   for(int i=0; i<history; i++)
      if(OrderSelect(i,SELECT_BY_POS,MODE_HISTORY) && IsMarketType(OrderType()))
         AddSplit(OrderTicket(),NumberBehind(OrderComment(),"to #"));
   for(int i=0; i<entries; i++)
      if(g_entries[i].op=="close" && g_entries[i].receipt.has_left && RestOf(g_entries[i].ticket)==0)
         AddSplit(g_entries[i].ticket,g_entries[i].receipt.position);
}

//--- the ticket that goes on with the rest of a closed one, 0 when there is none
long RestOf(const long ticket)
{
   for(int i=0; i<ArraySize(g_split_parents); i++)
      if(g_split_parents[i]==ticket)
         return(g_split_rests[i]);
   return(0);
}

//--- the ticket whose rest this one is, 0 when it began by itself
long ParentOf(const long ticket)
{
   for(int i=0; i<ArraySize(g_split_rests); i++)
      if(g_split_rests[i]==ticket)
         return(g_split_parents[i]);
   return(0);
}

//--- the first ticket of the chain
long RootOf(const long ticket)
{
   ReadSplits();
   long root=ticket;
   for(int i=0; i<1000 && ParentOf(root)!=0; i++)
      root=ParentOf(root);
   return(root);
}

//--- what the order once opened: its lots and those of all its rests
double OpenedLots(const long ticket)
{
   double lots=0;
   long next=ticket;
   for(int i=0; i<1000 && next>0 && next<=INT_MAX; i++)
   {
      if(!OrderSelect((int)next,SELECT_BY_TICKET))
         break;
      lots+=OrderLots();
      next=RestOf(next);
   }
   return(lots);
}
