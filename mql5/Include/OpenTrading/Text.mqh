//+------------------------------------------------------------------+
//| Text.mqh - small pieces of text                                   |
//+------------------------------------------------------------------+
string Hex(const uchar &bytes[])
{
   string text="";
   for(int i=0; i<ArraySize(bytes); i++)
      text+=StringFormat("%02x",(int)bytes[i]);
   return(text);
}

string Lower(const string text)
{
   string copy=text;
   StringToLower(copy);
   return(copy);
}

//--- StringSubstr takes a length of 0 for "to the end" in MQL4 and for nothing in MQL5
string Part(const string text,const int from,const int count)
{
   return(count>0 ? StringSubstr(text,from,count) : "");
}

//--- StringTrimLeft changes its argument in MQL5 and returns a copy in MQL4
string Trimmed(const string text)
{
   int from=0;
   int end=StringLen(text);
   while(from<end && StringGetCharacter(text,from)<=' ')
      from++;
   while(end>from && StringGetCharacter(text,end-1)<=' ')
      end--;
   return(Part(text,from,end-from));
}

bool IsDigit(const ushort c)
{
   return(c>='0' && c<='9');
}

//--- decimal text without superfluous zeros: volumes, rates, swaps
string Decimal(const double value,const int digits=8)
{
   string text=DoubleToString(value,digits);
   int end=StringLen(text);
   if(StringFind(text,".")>=0)
   {
      while(StringGetCharacter(text,end-1)=='0')
         end--;
      if(StringGetCharacter(text,end-1)=='.')
         end--;
   }
   text=Part(text,0,end);
   return(text=="-0" ? "0" : text);
}

//--- fixed decimals, never a negative zero: prices and money
string Fixed(const double value,const int digits)
{
   string text=DoubleToString(value,digits);
   if(StringGetCharacter(text,0)!='-')
      return(text);
   for(int i=1; i<StringLen(text); i++)
   {
      ushort c=StringGetCharacter(text,i);
      if(c!='0' && c!='.')
         return(text);
   }
   return(StringSubstr(text,1));
}

//--- items of a comma list, trimmed, empty ones left out
int SplitList(const string list,string &items[])
{
   string parts[];
   ArrayResize(items,0);
   int total=StringSplit(list,(ushort)',',parts);
   for(int i=0; i<total; i++)
   {
      string item=Trimmed(parts[i]);
      if(item=="")
         continue;
      int n=ArraySize(items);
      ArrayResize(items,n+1,16);
      items[n]=item;
   }
   return(ArraySize(items));
}

bool ListHolds(const string list,const string wanted)
{
   string items[];
   int total=SplitList(list,items);
   for(int i=0; i<total; i++)
      if(items[i]==wanted)
         return(true);
   return(false);
}

string AddToList(const string list,const string item)
{
   return(list=="" ? item : list+","+item);
}

//--- pattern with * for any run of characters; letter case does not matter
bool Matches(const string text,const string pattern)
{
   string t=Lower(text);
   string p=Lower(pattern);
   int i=0,j=0,star=-1,mark=0;
   int tn=StringLen(t),pn=StringLen(p);
   while(i<tn)
   {
      ushort pc=j<pn ? StringGetCharacter(p,j) : (ushort)0;
      if(pc=='*')
      {
         star=j++;
         mark=i;
      }
      else if(j<pn && pc==StringGetCharacter(t,i))
      {
         i++;
         j++;
      }
      else if(star>=0)
      {
         j=star+1;
         i=++mark;
      }
      else
         return(false);
   }
   while(j<pn && StringGetCharacter(p,j)=='*')
      j++;
   return(j==pn);
}

bool IsCid(const string cid)
{
   if(StringLen(cid)!=OT_CID_LENGTH)
      return(false);
   for(int i=0; i<OT_CID_LENGTH; i++)
   {
      ushort c=StringGetCharacter(cid,i);
      if(!IsDigit(c) && (c<'a' || c>'z'))
         return(false);
   }
   return(true);
}

//--- the cid in a comment of ours, or "" when the comment is not exactly one
string CidInComment(const string comment)
{
   int tag=StringLen(OT_COMMENT_TAG);
   if(Part(comment,0,tag)!=OT_COMMENT_TAG)
      return("");
   string cid=StringSubstr(comment,tag);
   return(IsCid(cid) ? cid : "");
}
