//+------------------------------------------------------------------+
//| JsonFields.mqh - typed values out of a parsed object              |
//+------------------------------------------------------------------+
int JsonIndex(const JsonField &fields[],const string key)
{
   for(int i=0; i<ArraySize(fields); i++)
      if(fields[i].key==key)
         return(i);
   return(-1);
}

//--- present and not null
bool JsonHas(const JsonField &fields[],const string key)
{
   int i=JsonIndex(fields,key);
   return(i>=0 && !(fields[i].kind==JSON_WORD && fields[i].value=="null"));
}

string JsonString(const JsonField &fields[],const string key,const string fallback="")
{
   int i=JsonIndex(fields,key);
   return(i>=0 && fields[i].kind==JSON_STRING ? fields[i].value : fallback);
}

//--- an optional minus, digits, and at most one point with digits on both sides: no exponent, no leading zeros
bool IsPlainNumber(const string text,const bool whole)
{
   int n=StringLen(text);
   int i=n>0 && StringGetCharacter(text,0)=='-' ? 1 : 0;
   int first=i;
   while(i<n && IsDigit(StringGetCharacter(text,i)))
      i++;
   if(i==first || i-first>18 || (i-first>1 && StringGetCharacter(text,first)=='0'))
      return(false);
   if(i==n)
      return(true);
   if(whole || StringGetCharacter(text,i)!='.')
      return(false);
   int point=i++;
   while(i<n && IsDigit(StringGetCharacter(text,i)))
      i++;
   return(i==n && i>point+1 && i-point<=19);
}

//--- a present value of another kind is an error, never a silent zero: it lands in fault
double JsonDouble(const JsonField &fields[],const string key,string &fault)
{
   if(!JsonHas(fields,key))
      return(0.0);
   int i=JsonIndex(fields,key);
   if(fields[i].kind==JSON_NUMBER && IsPlainNumber(fields[i].value,false))
      return(StringToDouble(fields[i].value));
   fault=AddToList(fault,key);
   return(0.0);
}

long JsonLong(const JsonField &fields[],const string key,string &fault)
{
   if(!JsonHas(fields,key))
      return(0);
   int i=JsonIndex(fields,key);
   if(fields[i].kind==JSON_NUMBER && IsPlainNumber(fields[i].value,true))
      return(StringToInteger(fields[i].value));
   fault=AddToList(fault,key);
   return(0);
}

//--- a number as text with one spelling for one value: 0.10 and 0.1 are the same order
string JsonCanonical(const JsonField &fields[],const string key)
{
   if(!JsonHas(fields,key))
      return("");
   int i=JsonIndex(fields,key);
   string text=fields[i].value;
   if(fields[i].kind!=JSON_NUMBER || StringFind(text,".")<0)
      return(text);
   int end=StringLen(text);
   while(StringGetCharacter(text,end-1)=='0')
      end--;
   if(StringGetCharacter(text,end-1)=='.')
      end--;
   return(Part(text,0,end));
}
