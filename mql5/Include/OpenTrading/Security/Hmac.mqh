//+------------------------------------------------------------------+
//| Hmac.mqh - SHA-256 and HMAC-SHA256 (RFC 2104) over CryptEncode    |
//+------------------------------------------------------------------+
#define OT_HASH_BLOCK 64
#define OT_HASH_SIZE  32

//--- UTF-8 bytes of text without the terminator
int Utf8Bytes(const string text,uchar &bytes[])
{
   ArrayResize(bytes,0);
   if(text=="")
      return(0);
   int count=StringToCharArray(text,bytes,0,WHOLE_ARRAY,CP_UTF8)-1;
   ArrayResize(bytes,count);
   return(count);
}

bool Sha256(const uchar &bytes[],uchar &digest[])
{
   uchar no_key[];
   return(CryptEncode(CRYPT_HASH_SHA256,bytes,no_key,digest)==OT_HASH_SIZE);
}

string Sha256Hex(const string text)
{
   uchar bytes[];
   uchar digest[];
   Utf8Bytes(text,bytes);
   return(Sha256(bytes,digest) ? Hex(digest) : "");
}

//--- lower-case hex of the MAC, or "" when the terminal's hash function fails
string HmacHex(const string key_text,const string text)
{
   uchar key[];
   uchar message[];
   uchar hashed[];
   uchar inner[];
   uchar outer[];
   uchar digest[];
   int key_size=Utf8Bytes(key_text,key);
   int size=Utf8Bytes(text,message);
   if(key_size>OT_HASH_BLOCK)
   {
      if(!Sha256(key,hashed))
         return("");
      ArrayResize(key,OT_HASH_SIZE);
      ArrayCopy(key,hashed,0,0,OT_HASH_SIZE);
      key_size=OT_HASH_SIZE;
   }
   ArrayResize(inner,OT_HASH_BLOCK+size);
   ArrayResize(outer,OT_HASH_BLOCK+OT_HASH_SIZE);
   for(int i=0; i<OT_HASH_BLOCK; i++)
   {
      int k=i<key_size ? (int)key[i] : 0;
      inner[i]=(uchar)(k^0x36);
      outer[i]=(uchar)(k^0x5c);
   }
   if(size>0)
      ArrayCopy(inner,message,OT_HASH_BLOCK,0,size);
   if(!Sha256(inner,hashed))
      return("");
   ArrayCopy(outer,hashed,OT_HASH_BLOCK,0,OT_HASH_SIZE);
   return(Sha256(outer,digest) ? Hex(digest) : "");
}

//--- looks at every character, so that the time taken says nothing about where two texts differ
bool SameSecret(const string left,const string right)
{
   int n=StringLen(left);
   if(n==0 || n!=StringLen(right))
      return(false);
   int difference=0;
   for(int i=0; i<n; i++)
      difference|=(int)StringGetCharacter(left,i)^(int)StringGetCharacter(right,i);
   return(difference==0);
}
